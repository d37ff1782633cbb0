# 200 invented advisers with address and telephone number, who are named in
# prose, quotes, titles and notes as well: for what is to leave nothing of them.
# Sourced by scripts that run in a folder of their own, with $CASEBOOK.

# Writes the report, and what must not be found of it: whole names and family
# names (names), first names (first), addresses and numbers (contacts).
invent() {
	LC_ALL=C awk '
	function split_list(list, into) { return split(list, into, " ") }
	BEGIN {
		n_first = split("Jan|Zoë|Anne-Marie|Étienne|Willemijn|Bas|" \
			"Loubna|Maarten|Fré|Jörg|Geertruida|Piet Hein|Noor|" \
			"Sjoukje|Özlem|Chaïmae|Ties|Radboud|Quirine|Yvo",
			first, "|")
		n_begin = split_list("Bram Dolk Fens Grut Hark Jolm Kwik " \
			"Lant Mork Nils Polk Rent Snoek Trom Vlier Wemel " \
			"Zand Ïtsk Ølst Quint", begin)
		n_end = split_list("hoven stra enaar inga ema ink oord " \
			"aerts mans ović", end)
		n_particle = split("|van |de |van der |ter |in ’t |", particle,
			"|")
		for (i = 0; i < 200; i++)
			adviser(i)
	}
	function adviser(i,  a, core, p, given, family, mail, tel, tel2) {
		a = begin[i % n_begin + 1]
		core = a end[int(i / n_begin) + 1]
		p = particle[i % n_particle + 1]
		given = first[(i * 7) % n_first + 1]
		if (i % 11 == 3) core = core "-van " a "wijk"
		if (i % 13 == 5) core = "d’" core
		family = p core
		mail = tolower(substr(given, 1, 1) "." core)
		gsub(/[ ’-]/, "", mail); gsub(/Ï/, "i", mail)
		gsub(/Ø/, "o", mail); gsub(/ć/, "c", mail)
		sub(/^\303/, "e", mail)
		mail = mail sprintf("@proef%d.example.nl", i % 9)
		tel = sprintf("06-%08d", 31415926 + i * 271828)
		tel2 = sprintf("%03d %07d", 10 + i % 3 * 10, 2236067 + i * 173)
		print given " " family >"names"
		n = split(core, part, /[- ’]/)
		for (j = 1; j <= n; j++)
			if (length(part[j]) >= 4) print part[j] >"names"
		n = split(given, part, /[- ]/)
		for (j = 1; j <= n; j++)
			if (part[j] !~ /^(Jan|Bas|Zoë|Fré|Yvo)$/)
				print part[j] >"first"
		print mail >"contacts"
		print tel >"contacts"
		print tel2 >"contacts"
		gsub(/ /, "", tel2)
		print "De tuin van " given " " family "\n"
		print "Opdrachtgever(s)\n\nGemeente Gouda\n"
		print "JSO-adviseur\n\n" given " " family " (" mail ")\n"
		print "Gebied waar de proeftuin is uitgevoerd\n\nGouda\n"
		print "Met wie wordt samengewerkt?\n"
		print "Stichting Het Anker (via " family "), MEE (bel " tel ")\n"
		print "Uitvoering\n\n2016-2017, zegt " given " " family "\n"
		print "Wat is het doel van de proeftuin en voor wie?\n"
		print "Een tuin voor eenzame ouderen. Wie mee wil doen, belt"
		print given
		print family " (" tel2 ") of mevrouw " toupper(family) ","
		print "of schrijft naar " substr(mail, 1, 4) "-\n" \
			substr(mail, 5) " of " mail "; vraag naar"
		print "dr. " substr(given, 1, given ~ /^[A-Z]/ ? 1 : 2) ". " family " of " given "."
		print "De ouderen beslissen met " core " mee.\n"
		print "Wat zijn de bereikte resultaten?\n"
		print "Een 7,5 volgens " tolower(given " " family) ", op +31 (0)6"
		print substr(tel, 4) " te bereiken: zie www." tolower(core) ".nl\n"
		print "Quotes van betrokkenen\n"
		print "“Zonder " family " was het niet gelukt, tel. " tel "”" \
			" (" given " " core ")\n"
		print given " " family ": “Mail mij op " mail ".”\n"
		print "Onderzoeksresultaten\n\nSamenwerking\n"
		print "Wij gaven " given " " family " een 7,8 bij de eerste en"
		print "een 8,1 bij de tweede meting.\n"
	}
	' >rapport.txt
	sort -u -o names names
	sort -u -o first first
}

# The report in casebook.db, without corrections in old.db; in casebook.db
# persons are named in corrections too, and these in the lists.
invent_casebook() {
	invent
	"$CASEBOOK" ingest rapport.txt
	cp casebook.db old.db
	"$CASEBOOK" correct kvds-07 projects --set area='bij Griet van Zwelm' \
		--by 'Joke Brolsma' --because \
		'Griet van Zwelm (griet@zwelm.example) belde: 0182-546372'
	dropped=$("$CASEBOOK" sql "SELECT adviser FROM advisers
		WHERE project = 'kvds-08'" --csv | tail -1 | tr -d '\r')
	"$CASEBOOK" correct kvds-08 advisers --drop "adviser=$dropped" \
		--because 'nooit geweest'
	"$CASEBOOK" correct kvds-09 advisers --add 'adviser=Griet van Zwelm' \
		--because 'zij was het'
	printf '%s\n' 'Griet van Zwelm' Zwelm Brolsma >>names
	printf '%s\n' griet@zwelm 0182-546372 >>contacts
}
