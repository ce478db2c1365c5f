#!/bin/sh
# Installs the unpacked kiosk: for root to /opt and /usr/local, for anybody else to ~/.local.
# It is run by the .run file, in the folder that this was unpacked to.
set -eu

if [ "$(id -u)" = 0 ]; then
    place=/opt bin=/usr/local/bin share=/usr/local/share
else
    place=$HOME/.local/opt bin=$HOME/.local/bin share=${XDG_DATA_HOME:-$HOME/.local/share}
fi
program=$place/mentor-kiosk

# The archive is the one of the package for Debian; its usr/ goes where it belongs here.
tar --no-same-owner -xJf data.tar.xz
mkdir -p "$place" "$bin" "$share/applications" "$share/man/man1" "$share/icons/hicolor"
# Beside its place first: an installation that is cut off leaves the one before whole.
rm -rf "$program.new"
mv usr/lib/mentor-kiosk "$program.new"
cp uninstall.sh "$program.new/uninstall.sh"
chmod 755 "$program.new/uninstall.sh"
if [ -e "$program" ]; then
    rm -rf "$program.old"
    mv "$program" "$program.old"
fi
mv "$program.new" "$program"
rm -rf "$program.old"

ln -sf "$program/mentor-kiosk" "$bin/mentor-kiosk"
sed "s|^Exec=mentor-kiosk|Exec=$program/mentor-kiosk|" usr/share/applications/mentor-kiosk.desktop \
    >"$share/applications/mentor-kiosk.desktop"
gzip -dc usr/share/man/man1/mentor-kiosk.1.gz >"$share/man/man1/mentor-kiosk.1"
cp -R usr/share/icons/hicolor/. "$share/icons/hicolor"

echo "Mentor Kiosk is installed. Start it: $bin/mentor-kiosk run"
echo "Take it away again: $program/uninstall.sh (what was saved stays)"
