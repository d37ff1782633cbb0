/*
 * A small report made by hand, as the readers would hand it over: invented
 * text, two projects, every kind of fact. For tests of what is stored.
 */
#ifndef TESTS_SUPPORT_SAMPLE_H
#define TESTS_SUPPORT_SAMPLE_H

#include "casebook/base/report.h"

/*
 * The keys of the projects are KEY-1 and KEY-2; second is the second grade of
 * the first project, such as "8,1". Everything lives in the report's arena.
 */
void sample_report(struct report *report, const char *name, const char *key,
		   const char *second);
void sample_release(struct report *report);

#endif
