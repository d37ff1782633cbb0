# What is told of the public views is so.
. "$TOP/tests/cli/functions"

run ingest "$REPORTS"
run correct kvds-15 themes --drop theme=jeugd --because 'a test'
run correct kvds-15 themes --add theme=wonen --because 'a test'

t 'a view is told by its columns, in every format'
run schema participation --csv
exits 0; prints_lines 11; prints 'in order geen, informeren'
run schema --json; exits 0; prints '"type": "boolean"'

# SQL that counts, for each column, the values that are of another type, or
# stand on no list.
ask() {
	awk -F'\t' -v glue='SELECT ' '
		NR == 1 { next }
		{
			types["text"] = types["date"] = types["time"] = "text"
			types["integer"] = types["boolean"] = "integer"
			types["number"] = "real"
			wrong = "typeof(\"" $2 "\") NOT IN (\x27null\x27, \x27" \
				types[$4] "\x27)"
			if ($4 == "boolean")
				wrong = wrong " OR \"" $2 "\" NOT IN (0, 1)"
			if ($4 == "integer")
				wrong = wrong " OR \"" $2 "\" < 0"
			if ($4 == "date")
				wrong = wrong " OR \"" $2 \
					"\" NOT GLOB \x27[12][0-9][0-9][0-9]*\x27"
			if ($9 != "") {
				gsub(/^(one of|in order) /, "", $9)
				gsub(/, /, "\x27, \x27", $9)
				wrong = wrong " OR \"" $2 "\" NOT IN (\x27" $9 \
					"\x27)"
			}
			printf "%scount(*) FILTER (WHERE %s) AS \"%s\"",
				glue, wrong, $2
			glue = ", "
		}
		END { print " FROM " $1 }'
}

n_views=0
t 'values are of the type and from the list that is told'
for view in $("$CASEBOOK" schema --format tsv | sed 1d | cut -f1 | uniq); do
	"$CASEBOOK" schema "$view" --format tsv | ask >query
	"$CASEBOOK" sql - --csv <query >out 2>err || fault "$(cat err)"
	sed 1d out | grep -q '[1-9]' && fault "$view: $(cat out)"
	n_views=$((n_views + 1))
done
[ "$n_views" = 17 ] || fault "$n_views views, not 17"

t 'the ladder is that of the vocabulary, in its order'
ladder=$(sed -n '/^  rungs:/,$s/^    \([a-z]*\): .*/\1/p' \
	"$TOP/data/vocabulary/participation.yml" | paste -sd, | sed 's/,/, /g')
run schema participation --format tsv
prints "in order $ladder"
rungs=$(sed -n '/^  rungs:/,$s/^    [a-z]*: \(.*\)/\1/p' \
	"$TOP/data/vocabulary/participation.yml" | paste -sd, | sed 's/,/, /g')
prints "in order $rungs"

t 'the manual page is what make man makes of the comments'
run schema --format man
exits 0; says_nothing
cmp -s out "$TOP/data/man/casebook-schema.5" ||
	fault 'data/man/casebook-schema.5 is old: run make man'
run schema themes --format man
exits 2; says 'is about all views'
run list --format man
exits 2; says 'only casebook schema'

t 'the manual page is sound mdoc'
if command -v mandoc >/dev/null; then
	run schema --format man
	mandoc -Tlint -Wwarning out >found 2>&1 || fault "$(cat found)"
else
	skip_test 'no mandoc here'
fi

finish
