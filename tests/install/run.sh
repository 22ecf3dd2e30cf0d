#!/bin/bash
# Installs with a prefix into a stage, uses what stands there, uninstalls, and looks for what is
# left; and asks the set-up what it would do on machines that are not this one.
. "$(dirname "$0")/../environment.sh"

stage=$scratch/stage
installed=$stage/usr/local
run_make() {
    "${MAKE:-make}" -s -C "$root" BUILD="${BUILD#"$root/"}" SANITIZE="$SANITIZE" \
        DESTDIR="$stage" PROGRAM_PREFIX=gl- "$@"
}

# pipeline FOLDER PREFIX: in an empty environment: data is found beside the programs or not at all.
pipeline() {
    cd "$DATA/text"
    env -i "$1/$2ingest" bensong | env -i "$1/$2normalize" | env -i "$1/$2segment" |
        env -i "$1/$2tag" | env -i "$1/$2dedupe" | env -i "$1/$2emit"
}

same_output() {
    pipeline "$installed/bin" gl- >"$scratch/installed"
    pipeline "$BUILD/bin" "" | cmp "$scratch/installed" -
    [ -s "$scratch/installed" ]
}

manual_pages() {
    local page section
    for page in "$root"/man/*.[157]; do
        section=${page##*.}
        case $section in
        1) cmp "$page" "$installed/share/man/man1/gl-$(basename "$page")" ;;
        *) cmp "$page" "$installed/share/man/man$section/$(basename "$page")" ;;
        esac
    done
}

bash_completion() {
    local file
    for file in "$installed"/share/bash-completion/completions/gl-*; do
        bash -euc '. "$1"; complete -p "$(basename "$1")"' bash "$file"
        bash -euc '. "$1"
            COMP_WORDS=(x --vers) COMP_CWORD=1
            "$(complete -p "$(basename "$1")" | sed "s/.* -F \([^ ]*\).*/\1/")"
            [ "${COMPREPLY[*]}" = --version ]' bash "$file"
    done
}

zsh_completion() {
    local file
    command -v zsh || { echo "no zsh here"; exit 77; }
    for file in "$installed"/share/zsh/site-functions/_gl-*; do
        zsh -n "$file"
        zsh -fc 'fpath=("$1" $fpath); autoload -Uz compinit; compinit -D
            [ "${_comps[$2]}" = "_$2" ]' zsh "$(dirname "$file")" "$(basename "${file#*/_}")"
    done
}

nothing_is_left() {
    [ -z "$(find "$stage" ! -type d)" ] && [ ! -e "$installed/share/ganloc" ]
}

# Runs .ci/setup for a machine that has the commands in the folder $1 and no others.
setup_with() {
    local folder=$1 status=0
    for tool in sh awk cat grep id; do
        ln -sf "$(command -v $tool)" "$folder/$tool"
    done
    PATH=$folder "$root/.ci/setup" build >"$scratch/said" 2>&1 </dev/null || status=$?
    echo $status
}

# Without pkg-config nothing is known to be there.
setup_elsewhere() {
    mkdir "$scratch/elsewhere"
    [ "$(setup_with "$scratch/elsewhere")" = 2 ]
    [ "$(wc -l <"$scratch/said")" = 1 ]
    grep -q 'apt-get install pkg-config libutf8proc-dev .* | dnf install .* | brew install ' \
        "$scratch/said"
}

# A stand-in for apt-get notes what it is asked for; afterwards all is there.
setup_with_apt() {
    local folder=$scratch/debian
    mkdir "$folder"
    printf '#!/bin/sh\necho "$*" >>%s/asked\nln -sf /bin/true %s/pkg-config\n' \
        "$folder" "$folder" >"$folder/apt-get"
    printf '#!/bin/sh\n[ "$1" != -n ] || shift\n"$@"\n' >"$folder/sudo"
    ln -s "$(command -v env)" "$(command -v ln)" "$(command -v true)" "$folder"
    chmod +x "$folder/apt-get" "$folder/sudo"
    [ "$(setup_with "$folder")" = 0 ]
    [ "$(grep -c update "$folder/asked")" = 1 ]
    grep -q -- '--no-install-recommends pkg-config libutf8proc-dev' "$folder/asked"
}

check "make install" run_make install
check "pipeline from the stage" same_output
check "manual pages" manual_pages
check "bash completion" bash_completion
check "zsh completion" zsh_completion
check "make uninstall" run_make uninstall
check "nothing is left" nothing_is_left
check "set-up without apt-get says one line" setup_elsewhere
check "set-up with apt-get installs" setup_with_apt
close_tests
