#!/bin/sh
# usage: PROGRAM --help | completion.sh bash|zsh NAME
#
# Prints the completion of PROGRAM, installed as NAME, made from its help text (the table that cli.c
# prints), so that it always knows the options that the program has. An argument FILE or DIR is
# completed as such, one that is written a|b|c with these words.
exec awk -v shell="$1" -v name="$2" '
/^  (-.,|   ) --/ {
    letter[++count] = /^  -/ ? substr($1, 1, 2) : ""
    sub(/^  (-.,|   ) /, "")
    long[count] = $1
    sub(/^--[^ ]+/, "")
    argument[count] = ""
    if (match($0, /^ [^ ]+/)) {
        argument[count] = substr($0, 2, RLENGTH - 1)
        $0 = substr($0, RLENGTH + 1)
    }
    sub(/^ +/, "")
    help[count] = $0
}

# What is not said here is completed as a file name.
function print_bash(    i, options, function_name, words) {
    function_name = "_ganloc_" name
    gsub(/[^a-zA-Z0-9_]/, "_", function_name)
    print function_name "()"
    print "{"
    print "    local word=${COMP_WORDS[COMP_CWORD]}"
    print "    COMPREPLY=()"
    print "    case ${COMP_WORDS[COMP_CWORD - 1]} in"
    for (i = 1; i <= count; i++) {
        options = options " " long[i]
        words = argument[i]
        if (gsub(/\|/, " ", words))
            words = "COMPREPLY=($(compgen -W \047" words "\047 -- \"$word\"))"
        else if (words == "DIR")
            words = "local IFS=$\047\\n\047; COMPREPLY=($(compgen -d -- \"$word\"))"
        else if (words != "")
            words = ":"
        if (words != "")
            print "    " (letter[i] ? letter[i] " | " : "") long[i] ") " words " ;;"
    }
    print "    *) [[ $word != -* ]] ||"
    print "        COMPREPLY=($(compgen -W \047" substr(options, 2) "\047 -- \"$word\")) ;;"
    print "    esac"
    print "}"
    print "complete -o default -F " function_name " " name
}

function zsh_action(argument) {
    if (argument ~ /\|/) {
        gsub(/\|/, " ", argument)
        return ":(" argument ")"
    }
    return argument == "DIR" ? ":_files -/" : argument == "FILE" ? ":_files" : ": "
}

function print_zsh(    i, about, word) {
    print "#compdef " name
    print "_arguments -s -S \\"
    for (i = 1; i <= count; i++) {
        about = help[i]
        gsub(/[\[\]:\\]/, "\\\\&", about)
        gsub(/\047/, "\047\\\047\047", about)
        about = "[" about "]"
        if (argument[i] != "")
            about = about ":" argument[i] zsh_action(argument[i])
        word = argument[i] != "" ? long[i] "=" : long[i]
        if (letter[i])
            printf "    \047(%s %s)\047{%s,%s}\047%s\047 \\\n", letter[i], long[i],
                argument[i] != "" ? letter[i] "+" : letter[i], word, about
        else
            printf "    \047%s%s\047 \\\n", word, about
    }
    print "    \047*:file:_files\047"
}

END { if (shell == "zsh") print_zsh(); else print_bash() }
'
