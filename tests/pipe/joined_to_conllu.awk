# usage: awk [-v tagged=1] -f joined_to_conllu.awk <JOINED >CONLLU
#
# What `segment -t -w` prints, in the form that score_conllu.py reads; with `tagged`, what `tag --pos`
# made of it.
BEGIN { OFS = "\t" }
{
    count = split($0, words, " ")
    for (i = 1; i <= count; i++) {
        tag = "X"
        if (tagged && match(words[i], /.\/[A-Z]+$/)) {
            tag = substr(words[i], RSTART + 2)
            words[i] = substr(words[i], 1, RSTART)
        }
        if (length(words[i]) > 1)
            gsub(/_/, " ", words[i])
        print i, words[i], "_", tag, "_", "_", 0, "root", "_", "_"
    }
    print ""
}
