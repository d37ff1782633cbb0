# The command line itself: help, and what is wrong with it.
. "$TOP/tests/cli/functions"

t 'casebook alone shows its usage on standard error'
run
exits 2; says 'usage: casebook'; prints_nothing

t 'help lists every command'
run help
exits 0; says_nothing
for command in ingest remove list show report export check forget layout text \
	schema sql rebuild help version; do
	prints "  $command"
done

t 'every command has help, with its options'
for command in ingest remove list show report export check forget layout text \
	schema sql rebuild help version; do
	run $command --help
	exits 0; prints "usage: casebook $command"; prints '--db FILE'
done

t 'help of a command is the same as its --help'
run list --help
cp out asked
run help list
exits 0; cmp -s out asked || fault 'they differ'

t 'help of list names every filter'
for filter in theme adviser organisation client partner place kind series \
	source year level stance min-grade max-grade moment object trend \
	field; do
	prints "--$filter "
done

t 'an unknown word is answered with the nearest'
run lst; exits 2; says 'did you mean list?'
run list --thme x; exits 2; says 'did you mean --theme?'
run list --format jso; exits 2; says 'did you mean json?'
run help lyst; exits 2; says 'did you mean list?'

t 'a missing or superfluous argument is told'
run show; exits 2; says 'too few arguments; usage: casebook show PROJECT'
run list x; exits 2; says 'too many arguments: "x"; usage'; says '--theme jeugd'
run list Pietersen --redact names; exits 2
says 'too many arguments; usage'
run version x; exits 2; says 'too many arguments: "x"; usage: casebook version'
run search ''; exits 2; says 'empty query'
run show ''; exits 2; says 'empty path or name'
run ingest ''; exits 2; says 'empty path'

t 'an option that a command does not take is told'
run list --force; exits 2; says 'takes no --force'
run check --theme x; exits 2; says 'takes no filters'

t 'standard output stays empty when the command line is wrong'
run list --format xml; exits 2; prints_nothing

t 'version prints one line, and limits when asked'
run version; exits 0; prints_lines 1; prints 'casebook '
run version --verbose; exits 0; prints '64 MiB'
for library in SQLite PCRE2 libyaml utf8proc libstemmer libcsv yajl libxml2 \
	libzip; do
	grep -q "^$library.* [0-9a-f][0-9a-f.]*[^ ]*\$" out ||
		fault "no version of $library"
done

t '--version and -V are version, --help and -h are help'
run version; cp out version; run help; cp out help
for option in --version -V; do
	run $option; exits 0; says_nothing
	cmp -s out version || fault "$option is another"
	run list $option; exits 0
	cmp -s out version || fault "list $option is another"
done
run --version --verbose; exits 0; prints '64 MiB'
for option in --help -h; do
	run $option; exits 0; says_nothing
	cmp -s out help || fault "$option is another"
done

t 'schema needs no casebook'
run schema measurements; exits 0; prints 'rapportcijfer'
run schema measurments; exits 2; says 'did you mean measurements?'

cp "$REPORTS/groenlab-schiedam.txt" .
run ingest groenlab-schiedam.txt

t 'report alone lists the reports'
run report; exits 0; says_nothing
for report in advisers themes grades participation sources; do
	prints "$report "
done

t 'a column that is asked for twice is told'
run list --columns project,project
exits 2; says 'names "project" twice'; prints_nothing

t 'the demonstration does not stop in a pager'
if ! command -v script >/dev/null ||
	! script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	skip_test 'no pseudo-terminal here'
else
	mkdir demo data
	ln -s "$REPORTS" data/reports
	CASEBOOK_PAGER='echo stopped;cat' TERM=xterm script -qec \
		"'$TOP/.ci/demo' '$CASEBOOK' demo" /dev/null >out </dev/null
	last='the demonstration'
	prints 'ask on with'
	! grep -q stopped out || fault 'it is paged'
fi

finish
