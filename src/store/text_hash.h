/*
 * The hash of a source's text, by which a byte that changed in it is found.
 *
 * Invariant: what a file holds as it is has the hash of the file. Text that a
 * converter made of it, or in which something was blanked, has a hash of its
 * own: the value of a mark behind the others, of a kind that no reader knows,
 * over all of the text. So is a source that was stored before there were such
 * marks without one: then nothing is known.
 */
#ifndef STORE_TEXT_HASH_H
#define STORE_TEXT_HASH_H

#define TEXT_HASH_KIND "text-sha256" /* queries.sql has it too */

#endif
