#!/bin/bash
# Checks docker-compose.yml against the schema, and that it refuses to start without any one of its passwords.
# Needs docker-compose (Debian's package is enough) or the compose plugin; no Docker engine.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.." || exit 1
passwords=(DUNNING_SUPERUSER_PASSWORD DUNNING_OWNER_PASSWORD DUNNING_AGENT_PASSWORD DUNNING_CONSOLE_PASSWORD)

if command -v docker-compose >/dev/null; then
  compose=(docker-compose)
elif docker compose version >/dev/null 2>&1; then
  compose=(docker compose)
else
  echo 'check-compose: neither docker-compose nor the compose plugin is installed (apt-get install docker-compose)' >&2
  exit 3
fi

# An empty environment file keeps a real .env out of the check.
empty=$(mktemp) && trap 'rm -f "$empty"' EXIT
config() { env -i PATH="$PATH" HOME="${HOME:-/}" "$@" "${compose[@]}" --env-file "$empty" -f docker-compose.yml config 2>&1; }

all=()
for name in "${passwords[@]}"; do all+=("$name=x-$name"); done
if ! output=$(config "${all[@]}"); then
  echo "check-compose: $output" >&2
  exit 1
fi
for name in "${passwords[@]}"; do
  grep -q "x-$name" <<<"$output" || { echo "check-compose: $name is not used" >&2; exit 1; }
  others=()
  for other in "${all[@]}"; do [[ $other = "$name="* ]] || others+=("$other"); done
  for given in '' "$name="; do
    if output_without=$(config "${others[@]}" ${given:+"$given"}); then
      echo "check-compose: docker-compose.yml accepts a missing or empty $name" >&2
      exit 1
    fi
    grep -q "$name" <<<"$output_without" || { echo "check-compose: the refusal does not name $name: $output_without" >&2; exit 1; }
  done
done
echo 'docker-compose.yml is valid and refuses each missing password'
