#!/bin/sh
# Measures the engine, and workerd beside it. Figures and what they mean: docs/performance.md
#
#   playground-core/benchmark.sh              both runtimes, all cases, 10,000 isolates
#   playground-core/benchmark.sh --engine     our engine alone: no npm, no network
#   playground-core/benchmark.sh --jmh [ARG]  JMH inside the engine; ARG names benchmarks
#   ... --only load,get,up,down,large,clone,stream,touch,start,budget,many   --warm SECONDS   --many COUNT
set -eu
cd "$(dirname "$0")"
folder=target/benchmark
mkdir -p "$folder"
main=dev.dynamicworkers.playground.core.benchmark.CompareMain
case "${1-}" in
  --jmh)
    shift
    main=org.openjdk.jmh.Main
    :
    ;;
  --engine) shift ;;
  *)
    # The reference runtime, for the comparison alone; the version that the conformance programs were recorded with.
    binary=$(ls "$folder"/node_modules/@cloudflare/workerd-*/bin/workerd 2>/dev/null || true)
    if [ -z "$binary" ]; then
      npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts workerd@1.20261117.1
      binary=$(ls "$folder"/node_modules/@cloudflare/workerd-*/bin/workerd)
    fi
    set -- --workerd "$PWD/$binary" "$@"
    ;;
esac
cd ..
exec mvn -B -ntp -q -pl playground-core -Pbenchmark -Dmaven.test.skip -Dverification.skip "-Dbenchmark.main=$main" "-Dbenchmark.args=$*" process-test-classes
