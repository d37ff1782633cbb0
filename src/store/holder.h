/* Who holds the lock of a database file, as far as the system tells. */
#ifndef STORE_HOLDER_H
#define STORE_HOLDER_H

/*
 * The process that writes in the file of this path (resolved), or keeps all
 * others out; 0 when that is not known. Opens neither the file nor its log: to
 * close it would drop this program's own locks.
 */
long holder_find(const char *real);

#endif
