-- What wixl has no words for, written into the tables of the .msi, a line a statement.

-- Registry and files of 64-bit Windows: 256 beside the 4 that wixl gives for a key in the registry.
UPDATE `Component` SET `Attributes` = 260 WHERE `Attributes` = 4
UPDATE `Component` SET `Attributes` = 256 WHERE `Attributes` = 0
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'AutostartWas'
UPDATE `RegLocator` SET `Type` = 18 WHERE `Signature_` = 'SetupIsHere'

-- What may be said on the command line.
UPDATE `Property` SET `Value` = 'WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;AUTOSTART;CONFIG;PURGE' WHERE `Property` = 'SecureCustomProperties'

-- AUTOSTART=1 or 0; not said, it stays as it was.
UPDATE `Component` SET `Condition` = 'AUTOSTART="1" OR (AUTOSTARTWAS="1" AND NOT AUTOSTART="0")' WHERE `Component` = 'Autostart'

-- The data folder: all for the system and administrators, modify for the users of this PC.
CREATE TABLE `MsiLockPermissionsEx` (`MsiLockPermissionsEx` CHAR(72) NOT NULL, `LockObject` CHAR(72) NOT NULL, `Table` CHAR(32) NOT NULL, `SDDLText` CHAR(0) NOT NULL, `Condition` CHAR(255) PRIMARY KEY `MsiLockPermissionsEx`)
INSERT INTO `MsiLockPermissionsEx` (`MsiLockPermissionsEx`, `LockObject`, `Table`, `SDDLText`) VALUES ('DataRights', 'DATA', 'CreateFolder', 'D:(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1301bf;;;BU)')

-- CONFIG=file is copied into it.
CREATE TABLE `MoveFile` (`FileKey` CHAR(72) NOT NULL, `Component_` CHAR(72) NOT NULL, `SourceName` CHAR(255) LOCALIZABLE, `DestName` CHAR(255) LOCALIZABLE, `SourceFolder` CHAR(72), `DestFolder` CHAR(72) NOT NULL, `Options` SHORT NOT NULL PRIMARY KEY `FileKey`)
INSERT INTO `MoveFile` (`FileKey`, `Component_`, `DestName`, `SourceFolder`, `DestFolder`, `Options`) VALUES ('Settings', 'Data', 'kiosk.toml', 'CONFIG', 'DATA', 0)
INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('MoveFiles', 3800)

-- PURGE=1 removes what was kept: 34 a command line, 64 however it ends, 1024 put off, 2048 with the system's rights.
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('RemoveKept', 3170, 'TARGETDIR', '[SystemFolder]cmd.exe /c rmdir /s /q "[DATA]"')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('RemoveKept', 'REMOVE="ALL" AND PURGE="1" AND NOT UPGRADINGPRODUCTCODE', 3650)
