#!/bin/bash
# Leave any stage out: the others run and do their own part.
. "$(dirname "$0")/../environment.sh"

cd "$DATA"
stages=(normalize "segment -w" tag "dedupe -2")

# run STAGE...: what these stages make of the sample's records.
run() {
    local records=$scratch/records stage
    ingest text >"$records"
    for stage; do
        $stage "$records" >"$records.next"
        mv "$records.next" "$records"
    done
    cat "$records"
}

# did_its_part STAGE: the records in out show it.
did_its_part() {
    case $1 in
    normalize) [ "$(grep -cP '\x{00A0}|\x{00AD}|\x{200B}' "$scratch/out")" = 0 ] ;;
    segment*)
        [ "$(cut -f 2 "$scratch/out" | grep -c '\.2$')" -gt 100 ] &&
            [ "$(cut -f 5 "$scratch/out" | grep -c _)" -gt 300 ]
        ;;
    tag) [ "$(cut -f 3 "$scratch/out" | grep -c 'role=title')" -gt 20 ] ;;
    dedupe*) ! run "${kept[@]/#dedupe*/cat}" | cmp -s - "$scratch/out" ;;
    esac
}

for left_out in "${stages[@]}"; do
    kept=()
    for stage in "${stages[@]}"; do
        [ "$stage" = "$left_out" ] || kept+=("$stage")
    done
    run "${kept[@]}" >"$scratch/out"
    [ "$(emit "$scratch/out" | wc -l)" -gt 300 ]
    for stage in "${kept[@]}"; do
        did_its_part "$stage" || { echo "without $left_out: $stage did nothing"; exit 1; }
    done
done
