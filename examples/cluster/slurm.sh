#!/usr/bin/env bash
# A class on a Slurm cluster: an array of shards, then a merge when all of them are done.
#
# slurm.sh CLASS [SHARDS]        run where CLASS is, on a file system that all nodes share;
#                                SBATCH_PARTITION, SBATCH_TIMELIMIT and the like as your cluster asks.
set -euo pipefail
class=$1 shards=${2:-16}
cuaderno=${CUADERNO:-cuaderno}

array=$(sbatch --parsable --job-name cuaderno --array "1-$shards" --ntasks 1 --cpus-per-task 1 \
  --mem 1500M --wrap "'$cuaderno' class run '$class' --quiet --shard auto --of $shards")
merge=$(sbatch --parsable --job-name cuaderno-merge --dependency "afterok:$array" \
  --kill-on-invalid-dep yes --wrap "'$cuaderno' class merge '$class'")
echo "Array $array, then merge $merge. Watch them with: squeue --me"
