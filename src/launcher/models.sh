# What the language model used, today and in the last thirty days, and what that cost by the prices set.

model_prices() {
  local name
  for name in DUNNING_MODEL_PRICE_IN DUNNING_MODEL_PRICE_OUT; do
    [[ ${!name:-0} =~ ^[0-9]+(\.[0-9]+)?$ ]] || fail "$name is '${!name}'; it must be the price of a million tokens, such as 2.50"
  done
}

# Two lines, today and the last thirty days: calls, input tokens, output tokens and cost, parted by |. Nothing where there is no database yet.
model_usage() {
  local in=${DUNNING_MODEL_PRICE_IN:-null} out=${DUNNING_MODEL_PRICE_OUT:-null} sql
  sql="with d as (select (coalesce((select simulated from clock), now()) at time zone 'UTC')::date as today)
    select coalesce(sum(u.calls), 0), coalesce(sum(u.input_tokens), 0), coalesce(sum(u.output_tokens), 0),
      round((coalesce(sum(u.input_tokens), 0) * $in::numeric + coalesce(sum(u.output_tokens), 0) * $out::numeric) / 1000000, 2)
    from d cross join (values (1), (30)) p (days) left join model_usage u on u.day > d.today - p.days and u.day <= d.today group by p.days order by p.days"
  if [[ $kind = external ]]; then external_sql "$sql" 2>/dev/null; else superuser_sql -d dunning -c "$sql" 2>/dev/null; fi
}

model_name() { if [[ -n ${DUNNING_MODEL_PROVIDER:-} ]]; then printf '%s %s' "$DUNNING_MODEL_PROVIDER" "${DUNNING_MODEL:-}"; fi; }

model_json() {
  printf '{"name":%s,"drafting":%s,"today":%s,"last_30_days":%s}' "$(or_null "$(model_name)" json_text)" "$(json_text "${DUNNING_MODEL_DRAFTING:-off}")" \
    "$(usage_json "$(sed -n 1p <<<"$usage")")" "$(usage_json "$(sed -n 2p <<<"$usage")")"
}

usage_json() {
  local calls input output cost
  IFS='|' read -r calls input output cost <<<"$1"
  if [[ -z $calls ]]; then printf null; else printf '{"calls":%s,"input_tokens":%s,"output_tokens":%s,"cost":%s}' "$calls" "$input" "$output" "$(or_null "$cost" number)"; fi
}

model_text() {
  local name days line=1 calls input output cost
  name=$(model_name)
  echo "model     ${name:-none}${name:+, drafting ${DUNNING_MODEL_DRAFTING:-off}}"
  for days in today 'last 30 days'; do
    IFS='|' read -r calls input output cost <<<"$(sed -n ${line}p <<<"$usage")"
    line=$((line + 1))
    if [[ ${calls:-0} -gt 0 ]]; then echo "          $days: $calls calls, $input tokens in, $output out${cost:+, cost $cost}"; fi
  done
}
