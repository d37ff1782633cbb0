# The README's commands print what the README says. Where an answer changed on
# purpose, `make readme` writes all of them anew; read the difference.
. "$TOP/tests/cli/functions"

t 'every command of the README prints what stands below it, to the letter'
"$TOP/tests/support/readme" "$CASEBOOK" "$TOP/README.md" >anew 2>err ||
	fault 'the README cannot be run'
diff "$TOP/README.md" anew >out || fault "$(cat out)"

t 'its commands find the same in another language'
README_LOCALE=nl_NL.UTF-8 "$TOP/tests/support/readme" "$CASEBOOK" \
	"$TOP/README.md" >dutch 2>err || fault 'the README cannot be run'
grep -q '^    project  titel' dutch || fault 'it is not in Dutch'
grep -A 1 '^    \$ .*| sed' dutch | grep -n '^$' >out &&
	fault 'a command prints nothing'

t 'the README asks five questions or more'
[ "$(grep -c '^    \$ casebook' "$TOP/README.md")" -ge 5 ] ||
	fault 'fewer than five'

t 'each option in the README is one of the program'"'"'s'
"$CASEBOOK" help | sed -n 's/^  \([a-z][a-z]*\) .*/\1/p' >commands
while read -r command; do
	"$CASEBOOK" complete -- "$command" -- | cut -f 1
done <commands | sort -u >options
grep -o 'casebook [^|`]*' "$TOP/README.md" |
	grep -oE -e ' --[a-z][a-z-]*' | sed 's/^ //;s/--not-/--/' |
	sort -u >named
[ -s named ] || fault 'none is named'
comm -23 named options >out
[ ! -s out ] || fault "unknown: $(tr '\n' ' ' <out)"

t 'the README is short'
[ "$(wc -l <"$TOP/README.md")" -lt 400 ] || fault '400 lines or more'

t 'files and folders that the README points to are there'
grep -oE '\]\([^)#]+\)' "$TOP/README.md" | sed 's/^](//;s/)$//' |
	grep -v '^http' | sort -u >links
while read -r link; do
	[ -e "$TOP/$link" ] || fault "no $link"
done <links

finish
