#!/bin/sh
# The rooms of the house, as .rooms lays them down: what each may include.
# Each check prints what breaks it, as file:line: text, and then its verdict.
set -u
cd "${TOP:-.}" || exit 1
LC_ALL=C
export LC_ALL
n=0

# verdict NAME COMPLAINTS: nothing to complain of is a pass.
verdict() {
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		echo "$2" | sed 's/^/# /'
		echo "not ok $n - $1"
	fi
}

sources=$(find src include -name '*.[ch]' | sort)
tests=$(find tests -name '*.c' | sort)

# Every include, one a line: FILE LINE ROOM NAME, the name in its brackets.
includes=$(awk '
	FNR == 1 {
		split(FILENAME, part, "/")
		room = part[1] == "include" ? part[3] : part[2]
	}
	/^[ \t]*#[ \t]*include/ {
		sub(/^[ \t]*#[ \t]*include[ \t]*/, "")
		sub(/[ \t].*/, "")
		print FILENAME, FNR, room, $0
	}' $sources $tests)

# The awk function allowed(room, other), and the owner of each foreign header.
table='
	FNR == NR {
		if ($0 !~ /^[a-z]/)
			next
		split($0, field, ":")
		room = field[1]
		gsub(/ /, "", room)
		order[room] = ++n_rooms
		may[room, room] = 1
		k = split(field[2], use, " ")
		for (i = 1; i <= k; i++)
			may[room, use[i]] = 1
		k = split(field[3], header, " ")
		for (i = 1; i <= k; i++) {
			if (header[i] in owner)
				twice = twice header[i] " has two rooms\n"
			owner[header[i]] = room
		}
		next
	}
'

rooms_are_in_the_table() {
	ls -d src/*/ include/casebook/*/ | awk -F/ "$table"'
		{ room = $1 == "src" ? $2 : $3 }
		!(room in order) { print $0 ": no such room in .rooms" }
	' .rooms -
}
verdict every_room_stands_in_the_table "$(rooms_are_in_the_table)"

circles() {
	awk "$table"'END {
		printf "%s", twice
		for (pair in may) {
			split(pair, p, SUBSEP)
			if (!(p[2] in order))
				print p[1] " uses " p[2] ", which is no room"
			else if (order[p[2]] > order[p[1]])
				print p[1] " uses " p[2] ", which stands above it"
		}
	}' .rooms
}
verdict no_room_uses_one_above_it "$(circles)"

foreign_rooms() {
	echo "$includes" | awk "$table"'
		$4 ~ /^"casebook\// && (($3 in order) || $1 !~ /^tests/) {
			split($4, part, "/")
			if (!(($3, part[2]) in may))
				print $1 ":" $2 ": " $3 " may not use " $4
		}' .rooms -
}
verdict a_room_includes_only_what_it_may "$(foreign_rooms)"

# What C11 and POSIX give, and the few of Linux that a cage needs.
standard='^<(assert|complex|ctype|dirent|dlfcn|endian|errno|fcntl|fenv|float|fnmatch|ftw|getopt|glob|grp|iconv|inttypes|langinfo|libgen|limits|locale|math|poll|pthread|pwd|regex|sched|setjmp|signal|spawn|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdio_ext|stdlib|stdnoreturn|string|strings|syslog|termios|threads|time|unistd|utime|wchar|wctype|linux/[a-z_]+|sys/[a-z_]+)[.]h>$'

foreign_headers() {
	echo "$includes" | awk "$table"'
		$4 !~ /^</ || $1 ~ /^tests/ { next }
		$4 ~ standard { next }
		{
			name = substr($4, 2, length($4) - 2)
			if (!(name in owner))
				print $1 ":" $2 ": " $4 " is no room'"'"'s in .rooms"
			else if (owner[name] != $3)
				print $1 ":" $2 ": " $4 " is only for " owner[name]
		}' standard="$standard" .rooms -
}
verdict a_foreign_header_is_included_by_its_one_room "$(foreign_headers)"

private_headers() {
	echo "$includes" | grep -v '^tests' | while read -r file line room name; do
		case $name in
		\"casebook/*) [ -e "include/$(echo "$name" | tr -d '"')" ] ||
			echo "$file:$line: there is no $name" ;;
		\"*) [ -e "src/$room/$(echo "$name" | tr -d '"')" ] ||
			echo "$file:$line: $name does not lie in src/$room/" ;;
		esac
	done
}
verdict a_private_header_lies_beside_its_room "$(private_headers)"

unused_headers() {
	for header in $(find include src -name '*.h'); do
		name=${header#include/}
		[ "$name" != "$header" ] || name=${header##*/}
		echo "$includes" | grep -v "^$header " | grep -qF "\"$name\"" ||
			echo "$header: nothing includes it"
	done
}
verdict every_header_is_included_by_something "$(unused_headers)"

own_header_first() {
	for source in $(find src -name '*.c'); do
		room=${source#src/} room=${room%%/*}
		stem=${source##*/} stem=${stem%.c}
		own=
		[ ! -e "src/$room/$stem.h" ] || own="\"$stem.h\""
		[ ! -e "include/casebook/$room/$stem.h" ] ||
			own="\"casebook/$room/$stem.h\""
		[ -n "$own" ] || continue
		first=$(echo "$includes" | awk -v file="$source" \
			'$1 == file { print $4; exit }')
		[ "$first" = "$own" ] ||
			echo "$source:1: includes $first before its own $own"
	done
}
verdict a_source_includes_its_own_header_first "$(own_header_first)"

headers_alone() {
	for header in $(find include src -name '*.h' | sort); do
		folder=src
		[ "${header#src/}" = "$header" ] || folder=${header%/*}
		echo "#include \"$PWD/$header\"" |
			${CC:-cc} -std=c11 -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 \
				-Wall -Wextra -Werror -Iinclude -I"$folder" \
				-fsyntax-only -x c - 2>&1 | head -n 3
	done
}
verdict every_header_compiles_alone "$(headers_alone)"

banned='strcpy|strcat|strncpy|strncat|sprintf|vsprintf|strtok|atoi|atol|atof|gets|system|popen|tmpnam|tempnam|mktemp|alloca|rand|scanf|sscanf'
banned_functions() {
	grep -nE "(^|[^A-Za-z0-9_.>\"])($banned)[ ]*\(" $sources |
		grep -vE '^[^:]*:[0-9]+:[ \t]*(/?\*)'
}
verdict no_banned_function_is_called "$(banned_functions)"

echo "1..$n"
