#include "lang_code.h"

static const char *const codes[] = {
    [LANG_VI] = "vi",   [LANG_EN] = "en", [LANG_FR] = "fr", [LANG_DE] = "de", [LANG_ES] = "es",
    [LANG_PT] = "pt",   [LANG_IT] = "it", [LANG_NL] = "nl", [LANG_SV] = "sv", [LANG_DA] = "da",
    [LANG_PL] = "pl",   [LANG_CS] = "cs", [LANG_HU] = "hu", [LANG_RO] = "ro", [LANG_TR] = "tr",
    [LANG_FI] = "fi",   [LANG_ID] = "id", [LANG_RU] = "ru", [LANG_UK] = "uk", [LANG_AR] = "ar",
    [LANG_FA] = "fa",   [LANG_ZH] = "zh", [LANG_JA] = "ja", [LANG_KO] = "ko", [LANG_TH] = "th",
    [LANG_LO] = "lo",   [LANG_KM] = "km", [LANG_MY] = "my", [LANG_EL] = "el", [LANG_HE] = "he",
    [LANG_HI] = "hi",   [LANG_BN] = "bn", [LANG_TA] = "ta", [LANG_HY] = "hy", [LANG_KA] = "ka",
    [LANG_UND] = "und",
};

struct slice lang_code(enum lang lang)
{
    return slice_from_string(codes[lang]);
}
