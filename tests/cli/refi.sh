#!/bin/sh
# The REFI-QDA project and codebook: valid by the published schemas where they
# are at hand, the same each time, with the judgements of persons in them.
. "$TOP/tests/cli/functions"

SCHEMAS=$TOP/../shared/schemas
export SOURCE_DATE_EPOCH=1556877600 # 2019-05-03T10:00:00Z

# valid FILE SCHEMA: the schemas are not ours to keep a copy of.
valid() {
	if [ ! -e "$SCHEMAS/refi-qda-$2.xsd" ]; then
		echo "# no refi-qda-$2.xsd: not checked by it"
		set -- "$1"
	fi
	xmllint --noout --nonet ${2:+--schema "$SCHEMAS/refi-qda-$2.xsd"} "$1" \
		>out 2>err || fault "$1 is not valid"
}

# qde FILE: its project, in the file project.qde.
qde() {
	xmllint --version >/dev/null 2>&1 || fault 'no xmllint'
	unzip -qo "$1" project.qde || fault "$1 is no zip with a project.qde"
}

# finds XPATH: the project has one (namespaces set aside).
finds() {
	xmllint --xpath "$1" project.qde >/dev/null 2>&1 || fault "no $1"
}

of() {
	printf "*[local-name()='%s']" "$1"
}

# lacks XPATH: it has none.
lacks() {
	! xmllint --xpath "$1" project.qde >/dev/null 2>&1 || fault "has $1"
}

run ingest "$REPORTS"

if ! command -v unzip >/dev/null || ! command -v xmllint >/dev/null; then
	t 'what is handed over is valid'
	skip_test 'no unzip or no xmllint'
	finish
	exit 0
fi

t 'a project is valid, with all sources and cases'
run export --format refi-qda -o all.qdpx
exits 0; prints_nothing; says_nothing
qde all.qdpx; valid project.qde Project
finds "//$(of TextSource)[5]"; finds "//$(of Case)[47]"
lacks "//$(of Coding)[not(@creatingUser)]"

t 'a codebook is valid, and tells what the codes mean'
run export --format refi-qda -o codes.qdc
exits 0; valid codes.qdc Codebook
grep -q 'name="raadplegen: toegepast"' codes.qdc || fault 'no such code'
grep -q '<Description>Loneliness.' codes.qdc || fault 'no description'
! grep -q 'kvds-01' codes.qdc || fault 'it holds projects'

t 'no two codes have one name'
xmllint --xpath "//$(of Code)/@name" project.qde | tr 'A-Z' 'a-z' | sort |
	uniq -d >twice
[ ! -s twice ] || fault "twice: $(cat twice)"

t 'equal casebooks give equal bytes'
mkdir one two
run export --format refi-qda -o one/all.qdpx
cp -r "$REPORTS" copies
run --db other.db ingest copies/w* copies/[!w]*
TZ=Asia/Tokyo run --db other.db export --format refi-qda -o two/all.qdpx
cmp -s one/all.qdpx two/all.qdpx || fault 'other bytes'

t 'a filter hands over its projects and their sources alone'
run export --format refi-qda --source groenlab -o few.qdpx
exits 0; qde few.qdpx; valid project.qde Project
finds "//$(of Case)[@name='groenlab-schiedam']"
lacks "//$(of Case)[@name='kvds-01']"
finds "/*[count(//$(of TextSource)) = 1]"

t 'a judgement is a note, and the coding is the person'"'"'s'
run correct kvds-16 measurements --where moment=tweede --set grade=7,9 \
	--because 'a < b & "c"' --by 'Jo Voorbeeld'
run sql "SELECT theme FROM themes WHERE project = 'kvds-27'" --csv
theme=$(sed -n '2{s/\r//;p}' out)
run correct kvds-27 themes --drop "theme=$theme" --because terloops
run export --format refi-qda -o judged.qdpx
exits 0; qde judged.qdpx; valid project.qde Project
note=$(xmllint --xpath "string(//$(of Note)[contains(., 'a < b')]/@guid)" \
	project.qde)
user=$(xmllint --xpath "string(//$(of User)[@name='Jo Voorbeeld']/@guid)" \
	project.qde)
[ -n "$note" ] && [ -n "$user" ] || fault 'no note, or no user'
finds "//$(of Coding)[@creatingUser='$user'][$(of NoteRef)/@targetGUID='$note']"
finds "//$(of Note)[@creationDateTime='2019-05-03T10:00:00Z']"
finds "//$(of TextSource)/$(of NoteRef)"

t 'what is named anywhere is there'
xmllint --xpath "//@targetGUID | //@creatingUser" project.qde |
	sed 's/.*="//;s/"//' | sort -u >named
xmllint --xpath '//@guid' project.qde | sed 's/.*="//;s/"//' | sort -u >there
comm -23 named there >missing
[ ! -s missing ] || fault "missing: $(head -3 missing)"

t 'a wrong use says what to give'
run export --format refi-qda; exits 2; says '-o FILE.qdpx'
run export --format refi-qda -o all.zip; exits 2; says '-o FILE.qdpx'
run export themes --format refi-qda -o x.qdpx; exits 2; says 'themes'
run list --format refi-qda; exits 2; says 'export'
run export --format refi-qda -o gone/x.qdpx; exits 3; says 'gone/x.qdpx'
[ ! -e x.qdpx ] || fault 'it wrote something'

t 'a page of codes of your own takes the place of the built-in'
mkdir -p data/labels
printf 'codes:\n  theme:\n    codes: { jeugd: Youth. }\n' >data/labels/codes.yml
run export --data data --format refi-qda -o own.qdc
exits 0; valid own.qdc Codebook
grep -q 'Youth' own.qdc || fault 'not its own'
printf 'codes:\n  theme:\n    colour: red\n' >data/labels/codes.yml
run export --data data --format refi-qda -o own.qdc
exits 2; says 'data/labels/codes.yml:3'

finish
