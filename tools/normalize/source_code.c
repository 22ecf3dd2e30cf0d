#include "source_code.h"

/* Either spelling of one sign; the second, where there is one, is as in HTML. */
struct sign {
    const char *plain, *escaped;
};

static const struct sign signs[] = {
    {"&&", "&amp;&amp;"}, {"||", NULL},       {"==", NULL},       {"!=", NULL},
    {"+=", NULL},         {"++", NULL},       {"=>", "=&gt;"},    {"->", "-&gt;"},
    {"::", NULL},         {"/*", NULL},       {");", NULL},       {"){", ") {"},
    {"[i]", NULL},        {"if (", "if("},    {"for (", "for("},  {"while (", "while("},
    {"printf(", NULL},    {"function", NULL}, {"return ", NULL},  {"var ", NULL},
    {"const ", NULL},     {"echo ", NULL},    {"#include", NULL}, {"import ", NULL},
    {"def ", NULL},       {"= \"", "= '"},    {"(\"", "('"},      {"\";", "';"},
    {".replace(", NULL},  {"=~", NULL},       {"/g", NULL},       {"<?php", "&lt;?php"},
    {"?>", "?&gt;"},      {"; //", NULL},     {"SELECT ", NULL},  {" FROM ", NULL},
    {" WHERE ", NULL},
};

enum { ENOUGH_SIGNS = 3 };

static bool has(struct slice text, const char *sign)
{
    return sign && slice_find(text, slice_from_string(sign));
}

bool source_code_is_plain(struct slice text)
{
    struct slice trimmed = slice_trim(text);
    unsigned found = slice_ends_with(trimmed, SLICE(";")) || slice_ends_with(trimmed, SLICE("}")) ||
                     slice_ends_with(trimmed, SLICE("{"));
    for (size_t i = 0; i < sizeof signs / sizeof signs[0] && found < ENOUGH_SIGNS; i++)
        found += has(text, signs[i].plain) || has(text, signs[i].escaped);
    return found >= ENOUGH_SIGNS;
}
