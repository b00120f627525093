# Which clauses may speak: in force, the installation's own among them, proposals that wait, and files that differ from what is approved.

clause_counts() {
  local sql="with f as (select * from clauses_in_force((select max(id) from clause_releases), installation_now()))
    select (select count(*) from f), (select count(*) from f where proposal_id is not null),
      (select count(*) from clause_proposals p where not exists (select from clause_decisions d where d.proposal_id = p.id)), (select count(*) from clause_file_findings)"
  if [[ $kind = external ]]; then external_sql "$sql" 2>/dev/null; else superuser_sql -d dunning -c "$sql" 2>/dev/null; fi
}

clauses_json() {
  local all own proposed files
  IFS='|' read -r all own proposed files <<<"$clauses"
  if [[ -z $all ]]; then printf null; else printf '{"in_force":%s,"own":%s,"proposed":%s,"unapproved_files":%s}' "$all" "$own" "$proposed" "$files"; fi
}

clauses_text() {
  local all own proposed files
  IFS='|' read -r all own proposed files <<<"$clauses"
  [[ ${all:-0} -gt 0 ]] || return 0
  echo "clauses   $all approved, $own of them own wordings; $proposed proposals wait"
  if [[ $files -gt 0 ]]; then echo "          $files clauses on disk are not approved and are not used: see the page Clauses of the console"; fi
}
