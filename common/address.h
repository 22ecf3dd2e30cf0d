/* Addresses of the net in running text. */
#ifndef GANLOC_ADDRESS_H
#define GANLOC_ADDRESS_H

#include "bytes.h"

/* The length of the URL (`https://...`, `www....`, or a host in lower case with a path), or e-mail
 * address that the text begins with, without the punctuation that closes behind it; 0 if it begins
 * with none. Schemes, hosts and the local parts of e-mail addresses are looked at up to a fixed
 * length, so that a text takes time in proportion to its own even if each of its bytes is asked. */
size_t address_length(struct slice text);

/* True for what may stand behind the last dot of a host or file name: com, vn, html, pdf. In
 * any case, as people write com with a capital, too. */
bool address_is_ending(struct slice word);

#endif
