/*
 * Deeds on the casebook c.db of a test's folder, to see what becomes of it when
 * one fails. Each returns 0, or less after a message.
 */
#ifndef TESTS_SUPPORT_DEEDS_H
#define TESTS_SUPPORT_DEEDS_H

#include "casebook/base/diagnostic.h"

/* The reports of the deeds: around all of them. */
void deeds_begin(void);
void deeds_end(void);
/* A casebook with the old report; what is put later is a newer one. */
void deeds_put_old(void);

int deed_load_first(struct diagnostics *said);
int deed_put_in_place(struct diagnostics *said);
int deed_make_anew(struct diagnostics *said);
int deed_join_another(struct diagnostics *said);
int deed_take_out(struct diagnostics *said);
int deed_touch(struct diagnostics *said);
int deed_correct(struct diagnostics *said);
int deed_upgrade(struct diagnostics *said);
int deed_read_all(struct diagnostics *said);
int deed_rehearse(struct diagnostics *said);

#endif
