# Completion of casebook for fish. What there is to choose from, the program
# itself tells (casebook complete).
function __casebook_complete
	set -l before (commandline -opc)
	set -l current (commandline -ct)
	for line in ($before[1] complete -- $before[2..-1] "$current" 2>/dev/null)
		switch $line
			case :files
				__fish_complete_path "$current"
			case :folders
				__fish_complete_directories "$current"
			case '*'
				echo $line
		end
	end
end
complete -c casebook -f -a '(__casebook_complete)'
