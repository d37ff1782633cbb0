# `make install` and `make uninstall`: what stands where.
. "$TOP/tests/cli/functions"

# installing ACTION: in a folder of the test's own, of the program under test.
installing() {
	last="make $1"
	make -C "$TOP" -o all "$1" program="$CASEBOOK" \
		DESTDIR="$PWD/dest" PREFIX=/usr >out 2>err
	status=$?
}

t 'install puts program, manual and completions in the usual places'
installing install
exits 0; says_nothing
for file in bin/casebook share/man/man1/casebook.1 \
	share/man/man5/casebook-layout.5 share/doc/casebook/LICENSE \
	share/doc/casebook/tutorial/straattafels.txt \
	share/doc/casebook/tutorial/layouts/straattafels.yml \
	share/bash-completion/completions/casebook \
	share/zsh/site-functions/_casebook \
	share/fish/vendor_completions.d/casebook.fish; do
	[ -f "dest/usr/$file" ] || fault "no $file"
done

t 'every page of the manual is installed'
for page in "$TOP"/data/man/*.[0-9]; do
	[ -f "dest/usr/share/man/man${page##*.}/${page##*/}" ] ||
		fault "no ${page##*/}"
done

t 'what is installed runs from anywhere, and others may read it'
last='the installed program'
(cd / && "$OLDPWD/dest/usr/bin/casebook" version) >out 2>err
status=$?; exits 0; prints casebook; says_nothing
[ -z "$(find dest -type f ! -perm -a=r)" ] || fault 'not for others to read'
[ "$(find dest -type f -perm -a=x | wc -l)" = 1 ] ||
	fault 'more than the program may be run'

t 'uninstall takes away what install put there, and nothing else'
echo mine >dest/usr/share/man/man1/other.1
installing uninstall
exits 0; says_nothing
[ "$(find dest -type f)" = dest/usr/share/man/man1/other.1 ] ||
	fault "left: $(find dest -type f)"

finish
