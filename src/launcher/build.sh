# Builds a project once: again only when a source file is newer than the last build, or came, or went.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

program_dll() { printf '%s/%s/bin/Release/net10.0/%s.dll' "$ROOT" "$1" "${1##*/}"; }

source_files() {
  find "$ROOT/src" "$ROOT/guardrails" "$ROOT/evals" "$ROOT/tests" "$ROOT"/*.props "$ROOT"/*.sln "$ROOT/global.json" "$ROOT/.editorconfig" \
    \( -name bin -o -name obj -o -name node_modules -o -name lib -o -name launcher \) -prune -o -type f "$@" -print
}

need_dotnet() {
  if ! command -v dotnet >/dev/null && [[ -x $HOME/.dotnet/dotnet ]]; then PATH=$PATH:$HOME/.dotnet; fi
  command -v dotnet >/dev/null || fail 'the .NET SDK 10 is missing: install dotnet-sdk-10.0 (https://dot.net)'
  (cd "$ROOT" && dotnet --version >/dev/null 2>&1) ||
    fail "the .NET SDK $(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$ROOT/global.json") or newer is missing; found: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')"
}

# build_project src/Dunning.Agent, or the name of the solution file
build_project() {
  local project=$1 stamps=$ROOT/.dunning/build name=${1##*/} stamp status
  command -v dotnet >/dev/null || need_dotnet
  mkdir -p "$stamps" "$HOME_DIR/log" || fail "cannot write to $stamps"
  stamp=$stamps/$name
  exec 8>"$stamps/lock" || fail "cannot write to $stamps"
  flock 8 # a second call waits for the first one's build instead of writing over it
  [[ $name = Dunning.Console || $name = *.sln ]] && restore_assets
  if ! up_to_date "$stamp" || [[ $name != *.sln && ! -f $(program_dll "$project") ]]; then
    need_dotnet
    say "building $name"
    touch "$stamp.begun"
    source_files | sort >"$stamp.files"
    # Nodes that stay alive would keep this script's descriptors, and with them its locks.
    (cd "$ROOT" && dotnet build "$project" -c Release -v quiet -nologo -nodeReuse:false) >&2 8>&- 9>&- </dev/null
    status=$?
    [[ $status -eq 0 ]] || fail "the build of $name failed (see the errors above)"
    touch -r "$stamp.begun" "$stamp.files"
    mv "$stamp.files" "$stamp"
    rm -f "$stamp.begun"
  fi
  exec 8>&-
}

up_to_date() {
  [[ -f $1 ]] || return 1
  [[ -z $(source_files -newer "$1" | head -n 1) ]] && source_files | sort | cmp -s - "$1"
}
