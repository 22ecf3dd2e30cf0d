#include "step.h"

const char *const step_names[STEP_COUNT] = {
    [STEP_CHARSET] = "charset",
    [STEP_UTF8] = "utf8",
    [STEP_MOJIBAKE] = "mojibake",
    [STEP_ENTITIES] = "entities",
    [STEP_CONTROLS] = "controls",
    [STEP_OVERLAY] = "overlay",
    [STEP_LOOKALIKES] = "lookalikes",
    [STEP_COMPOSE] = "compose",
    [STEP_TONES] = "tones",
    [STEP_SPACES] = "spaces",
    [STEP_PUNCT] = "punct",
    [STEP_WIDTH] = "width",
    [STEP_CASE] = "case",
    [STEP_DIGITS] = "digits",
};
