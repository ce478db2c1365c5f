#!/bin/sh
# Takes away what install.sh put there. What the kiosk saved stays, unless --purge is given.
set -eu

if [ "$(id -u)" = 0 ]; then
    place=/opt bin=/usr/local/bin share=/usr/local/share
else
    place=$HOME/.local/opt bin=$HOME/.local/bin share=${XDG_DATA_HOME:-$HOME/.local/share}
fi

rm -f "$bin/mentor-kiosk" "$share/applications/mentor-kiosk.desktop" \
    "$share/man/man1/mentor-kiosk.1" \
    "$share"/icons/hicolor/*/apps/mentor-kiosk.png \
    "$share/icons/hicolor/scalable/apps/mentor-kiosk.svg"
rm -rf "$place/mentor-kiosk"
if [ "${1:-}" = --purge ]; then
    rm -rf "${XDG_DATA_HOME:-$HOME/.local/share}/mentor-kiosk"
fi
