#!/bin/sh
# --8<-- [start:save]
stamp=$(date +%F)
tar --create --gzip --file "backup-$stamp.tar.gz" dist
# --8<-- [end:save]

# --8<-- [start:restore]
tar --extract --file "$1"
# --8<-- [end:restore]
