# Every row of bad input has a test that names it: T texts, F paths, Y layouts,
# V converters, Q questions, O output, D databases. O7 and O8 are of the site.
. "$TOP/tests/cli/functions"

# named ROW: by the sentence of a test.
named() {
	grep -hE "^t ['\"]" "$TOP"/tests/*/*.sh |
		grep -qE "\(([A-Z][0-9]+,? ?(and )?)*$1([,) ]|\$)" ||
		fault "no test names $1"
}

# rows LETTER FROM TO
rows() {
	for number in $(seq "$2" "$3"); do
		named "$1$number"
	done
}

t 'every row of bad texts, paths, layouts and questions is named by a test'
rows T 1 24
rows F 1 12
rows F 19 20
rows Y 1 19
rows Q 1 15
rows O 1 6

t 'every row of converters is named by a test'
rows V 1 18

t 'every row of broken databases is named by a test'
rows D 1 8
rows F 13 18

finish
