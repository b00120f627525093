#!/bin/bash
# Runs once, when the container's database is made: the same roles that the launcher makes for a private cluster.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
\getenv owner DUNNING_OWNER_PASSWORD
\getenv agent DUNNING_AGENT_PASSWORD
\getenv console DUNNING_CONSOLE_PASSWORD
CREATE ROLE dunning_owner LOGIN CREATEDB PASSWORD :'owner';
CREATE ROLE dunning_agent LOGIN PASSWORD :'agent';
CREATE ROLE dunning_console LOGIN PASSWORD :'console';
\c template1
CREATE EXTENSION IF NOT EXISTS vector;
CREATE DATABASE dunning OWNER dunning_owner;
SQL
