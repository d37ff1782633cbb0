# The golden reports: invented reports, each with the facts and the remarks that
# must come of it (NAME.txt, NAME.facts, NAME.diag); and that a change is seen.
. "$TOP/tests/cli/functions"

t 'every golden report gives its facts and remarks'
run layout test "$TOP/tests/golden"
exits 0
for report in "$TOP"/tests/golden/*.txt; do
	prints "ok   $report"
done

t 'a fact that is missing, wrong or too many is told with its place'
mkdir changed
cp "$TOP"/tests/golden/bundel-zeedorp.* changed
sed 's/text: Mooi zo,/text: Lelijk zo,/' \
	"$TOP/tests/golden/bundel-zeedorp.facts" >changed/bundel-zeedorp.facts
run layout test changed
exits 1; prints 'FAIL changed/bundel-zeedorp.txt'
says 'changed/bundel-zeedorp.facts:'
says 'quotes: expected text "Lelijk zo", found "Mooi zo"'
sed -i '/text: Lelijk zo,/d' changed/bundel-zeedorp.facts
run layout test changed
exits 1; says 'quotes has a row that is not expected'

t 'another remark than expected is told'
cp "$TOP"/tests/golden/bundel-zeedorp.facts changed
echo '1 grade-range' >changed/bundel-zeedorp.diag
run layout test changed
exits 1; says 'other remarks were expected'

t 'a report without expected facts fails'
rm changed/bundel-zeedorp.facts
run layout test changed
exits 1; says 'no expected facts beside the report'

t 'a report that no layout fits is told'
mkdir strange
echo 'Een zin die in geen enkele indeling past.' >strange/brief.txt
: >strange/brief.facts
run layout test strange
exits 1; prints 'FAIL strange/brief.txt'
says 'no layout fits; is --data missing?'
grep -q 'other remarks' err && fault 'only a consequence is told'

t 'a layout without examples says that nothing was tested'
"$CASEBOOK" layout show kvds | sed '/^examples:/,$d' >bare.yml
run layout check bare.yml
prints ' 0 examples: nothing was tested'

t 'a kind that the codebook does not have is told'
run layout check bare.yml; says_nothing
sed 's/^  kind: .*/  kind: proeftuinen/' bare.yml >kinds.yml
run layout check kinds.yml; exits 0; prints 'ok  '
says 'kinds.yml: warning: the codebook has no kind "proeftuinen"'
says 'proeftuin, werkplaats'

t 'a key with its value on one line is heading and text'
run layout trace "$REPORTS"/fno-fieldlab-tilburg.txt --csv
exits 0; prints ',heading+text,'; prints ',heading,'

t 'the examples of the layouts give their facts'
run layout test
exits 0

finish
