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

mkdir -p "$place" "$bin" "$share/applications" "$share/man/man1"
# Beside its place first: an installation that is cut off leaves the one before whole.
rm -rf "$program.new"
cp -R mentor-kiosk "$program.new"
cp uninstall.sh "$program.new/uninstall.sh"
chmod 755 "$program.new/uninstall.sh"
if [ -e "$program" ]; then
    rm -rf "$program.old"
    mv "$program" "$program.old"
fi
mv "$program.new" "$program"
rm -rf "$program.old"

ln -sf "$program/mentor-kiosk" "$bin/mentor-kiosk"
sed "s|^Exec=mentor-kiosk|Exec=$program/mentor-kiosk|" mentor-kiosk.desktop \
    >"$share/applications/mentor-kiosk.desktop"
cp mentor-kiosk.1 "$share/man/man1/mentor-kiosk.1"
for picture in icons/*.png; do
    size=$(basename "$picture" .png)
    folder=$share/icons/hicolor/${size}x${size}/apps
    mkdir -p "$folder"
    cp "$picture" "$folder/mentor-kiosk.png"
done
mkdir -p "$share/icons/hicolor/scalable/apps"
cp icons/mentor-kiosk.svg "$share/icons/hicolor/scalable/apps/mentor-kiosk.svg"

echo "Mentor Kiosk is installed. Start it: $bin/mentor-kiosk run"
echo "Take it away again: $program/uninstall.sh (what was saved stays)"
