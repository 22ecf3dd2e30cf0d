# usage: awk -f joined_to_conllu.awk <JOINED >CONLLU
#
# What `segment -t -w` prints, in the form that score_conllu.py reads.
BEGIN { OFS = "\t" }
{
    count = split($0, words, " ")
    for (i = 1; i <= count; i++) {
        if (length(words[i]) > 1)
            gsub(/_/, " ", words[i])
        print i, words[i], "_", "X", "_", "_", 0, "root", "_", "_"
    }
    print ""
}
