/*
 * Between the calls that a fault may strike (fault_calls.c) and what decides
 * when it does (faults.c).
 */
#ifndef TORTURE_FAULTS_H
#define TORTURE_FAULTS_H

#include <stdbool.h>

enum kind {
	MEMORY = 1 << 0,
	READ = 1 << 1,
	WRITE = 1 << 2,
	SYNC = 1 << 3,
	TRUNCATE = 1 << 4,
	OPEN = 1 << 5,
	UNLINK = 1 << 6,
	NAME = 1 << 7,
	MAP = 1 << 8,
	LOCK = 1 << 9,
};

/* What the environment asks for, and how far we are. */
struct faults {
	unsigned calls;	   /* of enum kind */
	long at, to, step; /* 0: never */
	int error;
	int talk; /* -1: nobody asked */
	bool sticky, kill, half, alone, haste;
	bool split_off; /* this process has had its fault */
	const char *folder, *count;
	void *first; /* allocated */
	long *later; /* calls after the fault of the process split off; shared
		      */
	long n;	     /* calls so far; by all threads */
};

extern struct faults faults;

/* Counts a call; whether it is one that the fault strikes. */
bool fault_is_struck(void);
/* Counts a call; whether it fails, with errno set. May not return. */
bool fault_strikes(void);
/* The same, if its file lies in the folder. */
bool fault_at_path(enum kind kind, const char *path);
bool fault_at_file(enum kind kind, int descriptor);
/* A name that is looked up in an open folder, unless it is absolute. */
bool fault_at_entry(enum kind kind, int folder, const char *path);
/* Whether calls of this kind on an open file are counted. */
bool fault_counts(enum kind kind, int descriptor);

#endif
