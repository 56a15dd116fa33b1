#!/usr/bin/env bash
# A class on the cores of this machine, or of several by ssh, with GNU parallel.
#
# parallel.sh CLASS [SHARDS]     PARALLEL_OPTIONS="--sshlogin lab1,lab2" for other machines,
#                                which see the same folders and have the same program.
set -euo pipefail
class=$1 shards=${2:-16}
cuaderno=${CUADERNO:-cuaderno}

# A shard that failed (74, 75: the disk, another task) is tried twice more; what is done is kept.
# shellcheck disable=SC2086
seq "$shards" | parallel --retries 3 --halt never ${PARALLEL_OPTIONS:-} \
  "$cuaderno" class run "$class" --quiet --shard "{}/$shards"

"$cuaderno" class merge "$class"
