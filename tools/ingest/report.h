/* What ingest has met so far: complaints, for the exit status, and counts, for --stats. */
#ifndef INGEST_REPORT_H
#define INGEST_REPORT_H

#include "message.h"

/* All zero is a good start. */
struct report {
    enum status status;   /* the worst seen so far */
    uint64_t rejected;    /* lines, pages, records and files with an error */
    uint64_t passed_over; /* WARC records that are not documents, which is no error */
};

/* Says what input was rejected and raises the status to STATUS_REJECTED. */
__attribute__((format(printf, 3, 4))) void report_reject(struct report *report, struct place place,
                                                         const char *format, ...);

/* Says, with the text of errno, what could not be done and raises the status to STATUS_TROUBLE. */
void report_trouble(struct report *report, struct place place, const char *what);

#endif
