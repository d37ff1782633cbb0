# A data package: what it says of itself is so, and it is what the standard
# asks. The profiles of the standard are not ours to pass on: they are asked
# where they are at hand ($CASEBOOK_SCHEMAS, or beside the originals).
. "$TOP/tests/cli/functions"

schemas=${CASEBOOK_SCHEMAS-${CASEBOOK_ORIGINALS-$TOP/../shared/reports}/../schemas}

# is_sound DIR: its files are what its descriptor says.
is_sound() {
	python3 "$TOP/tests/support/check_datapackage.py" "$@" >found 2>&1 ||
		fault "$(head -20 found)"
}

export_package() {
	run export --format datapackage "$@"
}

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
	echo '1..0 # SKIP no python3 here'
	exit 0
fi

run ingest "$REPORTS"
run correct kvds-15 measurements --add component= object=samenwerking \
	moment=enkel grade=7 --because 'a test'
run correct kvds-15 participation --add component= level=geen stance=niet \
	--because 'a test'

t 'a package of all views is what its descriptor says'
export_package -o all
exits 0; says '19 files in "all"'; prints_nothing; is_sound all
[ "$(find all -name '*.csv' | wc -l)" = 17 ] || fault 'not 17 files'

t 'the profiles of Data Package 2.0 find it valid'
if [ -d "$schemas" ] && python3 -c 'import jsonschema' 2>/dev/null; then
	is_sound all "$schemas"
else
	skip_test 'no profiles or no python3-jsonschema here'
fi

t 'the ladder is an ordered category'
python3 - <<'END' >found 2>&1 || fault "$(cat found)"
import json
package = json.load(open('all/datapackage.json'))
fields = {(r['name'], f['name']): f
          for r in package['resources'] for f in r['schema']['fields']}
level = fields['participation', 'level']
assert level['categoriesOrdered'] is True
assert level['categories'][0] == 'geen' and len(level['categories']) == 7
assert fields['measurements', 'moment']['categoriesOrdered'] is False
assert fields['advisers', 'email']['personal'] == 'contact'
assert fields['measurements', 'grade']['constraints'] == {
    'minimum': 1, 'maximum': 10}
keys = {r['name']: r['schema'] for r in package['resources']}
assert keys['themes']['primaryKey'] == ['project', 'theme']
assert [k['reference']['resource'] for k in keys['themes']['foreignKeys']] \
    == ['projects', 'sources']
assert 'foreignKeys' not in keys['corrections']
assert package['licenses'] and len(package['sources']) == 5
assert all('path' not in s for s in package['sources'])
assert 'created' not in package
END

t 'its README names files, sources and the columns on persons'
grep -q '| themes.csv |' all/README.md || fault 'no file'
grep -q '| jso-43-proeftuinen |' all/README.md || fault 'no source'
grep -q '| advisers | email | contact |' all/README.md || fault 'no persons'
grep -q '<!--' all/README.md && fault 'a mark is left'

t 'filters hold for it, and its references with them'
export_package --theme eenzaamheid -o some
exits 0; is_sound some
cmp -s all/projects.csv some/projects.csv && fault 'all projects'
run list --theme eenzaamheid --csv
[ "$(wc -l <out)" = "$(wc -l <some/projects.csv)" ] || fault 'other projects'
grep -q zwolle some/README.md && fault 'a source that says nothing of it'

t 'views that are named are all of it, and what was there before goes'
export_package themes projects themes -o some
exits 0; is_sound some
[ "$(cd some && echo *)" = 'README.md datapackage.json projects.csv themes.csv' ] ||
	fault "there is $(echo some/*)"

t 'the same casebook gives the same bytes'
export_package -o again
exits 0; diff -r all again >found || fault "$(head -5 found)"
SOURCE_DATE_EPOCH=0 "$CASEBOOK" export --format datapackage -o again
grep -q '"created": "1970-01-01T00:00:00Z"' again/datapackage.json ||
	fault 'no moment'
SOURCE_DATE_EPOCH=soon "$CASEBOOK" export --format datapackage -o again 2>err
[ $? = 2 ] || fault 'takes any moment'; says 'no moment: "soon"'

t 'a folder with other things in it stays as it is'
mkdir mine; echo mine >mine/README.md
export_package -o mine
exits 3; says 'no data package'
[ "$(cat mine/README.md)" = mine ] || fault 'it wrote there'
[ "$(ls mine)" = README.md ] || fault 'it wrote there'
echo file >file; export_package -o file; exits 3; says 'file'

t 'what does not go with it is wrong usage'
export_package; exits 2; says '-o DIR'
export_package --columns project -o x; exits 2; says '--columns'
export_package thmes -o x; exits 2; says 'did you mean themes?'
[ ! -e x ] || fault 'it made the folder'

t 'an empty package is a package, and it is said'
export_package --year 1950 -o none
exits 0; says 'nothing found'; is_sound none

finish
