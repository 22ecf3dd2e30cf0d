/* What programs that split Vietnamese text into words are known to do wrong. */
#ifndef TRAIN_SILVER_H
#define TRAIN_SILVER_H

#include <stddef.h>
#include <stdint.h>

/* Puts right the labels (enum gap_label) of a sentence's tokens by their shapes:
 *   - A name by order of birth goes with the given name behind it, where each was a word by itself:
 *     Hai and Ba were taken for numbers, people read ông Hai Lúa.
 *   - What stands before the whole name of a person is not part of it: đối tượng Nguyễn Văn Hùng.
 * In news on crime, which has it often, one in seven was joined. */
void silver_correct(const uint8_t *shapes, uint8_t *labels, size_t count);

#endif
