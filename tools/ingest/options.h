/* What the command line of ingest sets. */
#ifndef INGEST_OPTIONS_H
#define INGEST_OPTIONS_H

#include "cli.h"
#include "fields.h"
#include "format.h"
#include "regex.h"

struct options {
    struct cli_settings settings;
    enum format format;
    struct regex *split; /* a line that it matches divides documents; null: none does */
    struct fields fields;
};

#endif
