/* Addresses of the net in running text. */
#ifndef GANLOC_WORD_ADDRESS_H
#define GANLOC_WORD_ADDRESS_H

#include "../bytes.h"

/* The length of the URL (`https://...`, `www....`) or e-mail address that the text begins with,
 * without the punctuation that closes behind it; 0 if it begins with none. The scheme of a URL and
 * the local part of an e-mail address are looked at up to 64 bytes, so that a text takes time in
 * proportion to its length even if it is asked at each of its bytes. */
size_t address_length(struct slice text);

/* True for what may stand behind the last dot of a host or file name: com, vn, html, pdf. Lower
 * case. */
bool address_is_ending(struct slice word);

#endif
