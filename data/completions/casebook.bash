# Completion of casebook for bash. What there is to choose from, the program
# itself tells (casebook complete).
_casebook() {
	local current=${COMP_WORDS[COMP_CWORD]} program=${COMP_WORDS[0]}
	local line word quoted=
	local -a words=()

	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		word=${word//[\\\"\']/}
		words+=("$word")
	done
	case $current in
	[\"\']*) quoted=yes current=${current:1} ;;
	*) current=${current//\\/} ;;
	esac
	COMPREPLY=()
	while IFS= read -r line; do
		case $line in
		:files | :folders)
			word=-f
			[ "$line" = :files ] || word=-d
			[ "$current" != = ] || current=
			compopt -o filenames 2>/dev/null
			while IFS= read -r line; do
				COMPREPLY+=("$line")
			done < <(compgen "$word" -- "$current")
			;;
		*)
			line=${line%%$'\t'*}
			[ -n "$quoted" ] || printf -v line %q "$line"
			COMPREPLY+=("$line")
			;;
		esac
	done < <("${program/#\~/$HOME}" complete -- \
		"${words[@]}" "$current" 2>/dev/null)
}
complete -F _casebook casebook
