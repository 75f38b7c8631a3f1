#!/bin/sh
# Installs those of the Debian packages in packages.txt that are missing. Needs root where one is, and nothing where none is.
set -eu
cd "$(dirname "$0")"

missing=""
for package in $(cat packages.txt); do
    dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing="$missing $package"
done
[ -z "$missing" ] && exit 0
echo "make test-browser: installing$missing"
apt-get update -qq
# shellcheck disable=SC2086  one word a package
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
