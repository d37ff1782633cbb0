-- A casebook of schema 1, as `sqlite3 .dump` wrote it: the four short digests
-- of data/reports, with three corrections. For tests of what is done with a
-- casebook of an older program (tests/store/test_upgrade.c, cli/upgrade.sh).
PRAGMA application_id = 1130451813;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE source ( -- one document that was read
	name TEXT NOT NULL PRIMARY KEY, -- stem of the file name
	path TEXT NOT NULL, -- where the file was; personal: free-text
	size INTEGER NOT NULL, -- of the file; bytes
	modified INTEGER NOT NULL, -- of the file; nanoseconds since 1970
	inode INTEGER NOT NULL, -- of the file
	sha256 TEXT NOT NULL, -- of the file
	rules TEXT NOT NULL, -- SHA-256 of program, layouts, vocabularies
	bytes INTEGER NOT NULL, -- length of the text; bytes
	media_type TEXT, -- what the file is
	converter TEXT, -- the program that made the text of it
	converter_version TEXT, -- its version
	layout TEXT, -- the layout by which it was read
	title TEXT, -- of the document; printed
	publisher TEXT, -- who published it; coded
	published TEXT -- when; ISO 8601; resolved
) STRICT, WITHOUT ROWID;
INSERT INTO source VALUES('fno-fieldlab-tilburg','fno-fieldlab-tilburg.txt',1628,1795308827534938520,11194036,'d36d373e60ea0294fae2486d5e735ddd962d016e2cc9032157630923e0060f42','0a692b9f415e747951444105d171bbe6af1428f8891df13bf5fbc9ca6577cfe2',1628,'text/plain',NULL,NULL,'fno-project','FNO Fieldlab Tilburg','Social Finance NL',NULL);
INSERT INTO source VALUES('groenlab-schiedam','groenlab-schiedam.txt',3331,1795308827535062960,11194037,'daa0e29b7b41a542c8f3a54157a82d4dd9a8a14e55a01e7c05b706e2991c2125','0a692b9f415e747951444105d171bbe6af1428f8891df13bf5fbc9ca6577cfe2',3331,'text/plain',NULL,NULL,'kennisland-case','GroenLab: een social lab over eenzaamheid in Schiedam','Kennisland',NULL);
INSERT INTO source VALUES('innovatielab-zwolle','innovatielab-zwolle.txt',2556,1795308827535259720,11194038,'d2705a7cec9c1fc364ee5127a84ed42c533664151a310cd8211acfdbe46a84ce','0a692b9f415e747951444105d171bbe6af1428f8891df13bf5fbc9ca6577cfe2',2556,'text/plain',NULL,NULL,'innovatielab-page','Innovatielab Participatie, van klein testen naar groot uitvoeren','gemeente Zwolle','2023-12-21');
INSERT INTO source VALUES('werkplaats-vlaardingen','werkplaats-vlaardingen.txt',2842,1795308827535353470,11194039,'6ac199c64576a97ac6c09836e835e5fb96444c39b3238231a8d356674db2590c','0a692b9f415e747951444105d171bbe6af1428f8891df13bf5fbc9ca6577cfe2',2842,'text/plain',NULL,NULL,'werkplaats-news','Transformeren en leren binnen sociaal domein Vlaardingen','Werkplaats Sociaal Domein Zuid-Holland Zuid','2018-07-16');
CREATE TABLE mark ( -- what layout or converter saw in the text
	source TEXT NOT NULL -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, in the order of the report
	kind TEXT NOT NULL, -- page, heading, list-item and so on; coded
	value TEXT, -- page number, level, column, field; printed
	offset INTEGER NOT NULL CHECK (offset >= 0), -- in the text; bytes
	length INTEGER NOT NULL CHECK (length >= 0), -- bytes
	PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO mark VALUES('groenlab-schiedam',1,'furniture',NULL,272,10);
INSERT INTO mark VALUES('groenlab-schiedam',2,'furniture',NULL,335,17);
INSERT INTO mark VALUES('groenlab-schiedam',3,'furniture',NULL,354,8);
INSERT INTO mark VALUES('groenlab-schiedam',4,'furniture',NULL,364,8);
INSERT INTO mark VALUES('groenlab-schiedam',5,'furniture',NULL,373,39);
INSERT INTO mark VALUES('groenlab-schiedam',6,'aside',NULL,518,32);
INSERT INTO mark VALUES('groenlab-schiedam',7,'aside',NULL,721,93);
INSERT INTO mark VALUES('groenlab-schiedam',8,'aside',NULL,1223,70);
INSERT INTO mark VALUES('groenlab-schiedam',9,'aside',NULL,1684,117);
INSERT INTO mark VALUES('groenlab-schiedam',10,'aside',NULL,2406,80);
INSERT INTO mark VALUES('innovatielab-zwolle',1,'furniture',NULL,0,40);
INSERT INTO mark VALUES('innovatielab-zwolle',2,'furniture',NULL,125,22);
INSERT INTO mark VALUES('innovatielab-zwolle',3,'furniture',NULL,149,37);
INSERT INTO mark VALUES('innovatielab-zwolle',4,'furniture',NULL,702,17);
INSERT INTO mark VALUES('innovatielab-zwolle',5,'furniture',NULL,720,17);
INSERT INTO mark VALUES('innovatielab-zwolle',6,'furniture',NULL,1242,61);
INSERT INTO mark VALUES('innovatielab-zwolle',7,'furniture',NULL,1305,5);
INSERT INTO mark VALUES('innovatielab-zwolle',8,'furniture',NULL,1311,15);
INSERT INTO mark VALUES('innovatielab-zwolle',9,'furniture',NULL,2470,52);
INSERT INTO mark VALUES('innovatielab-zwolle',10,'furniture',NULL,2524,4);
INSERT INTO mark VALUES('innovatielab-zwolle',11,'furniture',NULL,2529,10);
INSERT INTO mark VALUES('werkplaats-vlaardingen',1,'furniture',NULL,120,66);
INSERT INTO mark VALUES('werkplaats-vlaardingen',2,'furniture',NULL,2532,62);
INSERT INTO mark VALUES('werkplaats-vlaardingen',3,'furniture',NULL,2683,37);
INSERT INTO mark VALUES('werkplaats-vlaardingen',4,'furniture',NULL,2722,43);
CREATE TABLE project ( -- one proeftuin, fieldlab, lab or werkplaats
	project TEXT NOT NULL PRIMARY KEY, -- stable key
	source TEXT NOT NULL -- the document that describes it
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, within the document
	series TEXT, -- the layout that holds several projects; coded
	kind TEXT, -- proeftuin, fieldlab, social lab and so on; coded
	title TEXT, -- as printed above its own text; printed
	area TEXT, -- where it was carried out; printed
	start TEXT, -- of the period; ISO 8601; resolved
	"end" TEXT, -- of the period; ISO 8601; resolved
	period_note TEXT, -- what is said beyond the dates; printed
	line INTEGER NOT NULL, -- where it begins; lines
	offset INTEGER, -- of the words that state it; bytes
	length INTEGER, -- of these words; bytes
	rule TEXT -- the rule that made the row
) STRICT, WITHOUT ROWID;
INSERT INTO project VALUES('fno-fieldlab-tilburg','fno-fieldlab-tilburg',1,NULL,'fieldlab','FNO Fieldlab Tilburg','Tilburg','2021-10','2021-12',NULL,1,0,20,'project.layout');
INSERT INTO project VALUES('groenlab-schiedam','groenlab-schiedam',1,NULL,'social lab','GroenLab: een social lab over eenzaamheid in Schiedam','Schiedam','2015','2016',NULL,1,0,53,'project.layout');
INSERT INTO project VALUES('innovatielab-zwolle','innovatielab-zwolle',1,NULL,'innovatielab','Innovatielab Participatie, van klein testen naar groot uitvoeren',NULL,'2022-03','2023-12',NULL,4,59,64,'project.layout');
INSERT INTO project VALUES('werkplaats-vlaardingen','werkplaats-vlaardingen',1,NULL,'werkplaats','Transformeren en leren binnen sociaal domein Vlaardingen',NULL,'2018-01',NULL,NULL,5,62,56,'project.layout');
CREATE TABLE passage ( -- a piece of the text; in order they are the text
	source TEXT NOT NULL -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, within the document
	project TEXT -- none: front, contents table, back
		REFERENCES project (project) ON DELETE CASCADE,
	section TEXT NOT NULL, -- the layout's name for it; coded
	heading TEXT, -- the heading above it; printed
	component TEXT NOT NULL, -- the part of the project; printed
	text TEXT NOT NULL, -- heading and body; printed; personal: free-text
	line INTEGER NOT NULL, -- of its first byte; lines
	page INTEGER, -- none when the source has no pages; pages
	offset INTEGER NOT NULL CHECK (offset >= 0), -- bytes
	length INTEGER NOT NULL CHECK (length >= 0), -- bytes
	body_offset INTEGER NOT NULL, -- of what is behind the heading; bytes
	body_length INTEGER NOT NULL, -- of it; bytes
	PRIMARY KEY (source, ordinal)
) STRICT;
INSERT INTO passage VALUES('fno-fieldlab-tilburg',1,'fno-fieldlab-tilburg','titel','FNO Fieldlab Tilburg','',replace('FNO Fieldlab Tilburg \n\n','\n',char(10)),1,NULL,0,24,0,20);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',2,'fno-fieldlab-tilburg','inleiding',NULL,'',replace('Jongeren met een chronische aandoening verdienen dezelfde kansen als ieder ander. Wie dat wil regelen, moet breed kijken en weten welke methoden en financierings- mogelijkheden er zijn. \n\n','\n',char(10)),3,NULL,24,189,24,189);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',3,'fno-fieldlab-tilburg','vraag','Vraag FNO Jongeren INC','',replace('Vraag FNO Jongeren INC\n\nFNO Jongeren INC klopte aan bij Social Finance NL en VNG Academy: zoek met lokale partijen naar oplossingen die deze jongeren vooruithelpen. Kennis delen hoort daarbij, ook met de jongeren. SFNL kreeg de opdracht voor een fieldlab, dat nog nergens was vertoond.\n\n','\n',char(10)),5,NULL,213,288,236,265);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',4,'fno-fieldlab-tilburg','aanpak','Aanpak SFNL','',replace('Aanpak SFNL\n\nEen ‘field lab’ helpt partners en gemeenten aan een antwoord en laat hen tegelijk nadenken over hun eigen houding. Een kerngroep doorloopt 5 blokken, elk met een thema. De opbrengst is tweeledig:\n\n  1. Een oplossing voor de ongelijke kansen van jongeren die chronisch ziek zijn.\n  2. Kennis over de field lab-methode en over financieren op resultaat.\n\n','\n',char(10)),9,NULL,501,369,512,358);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',5,'fno-fieldlab-tilburg','resultaat','Resultaat','',replace('Resultaat\n\nTussen oktober en december 2021 was het zover. Bij de kick-off en afsluiting kwamen veel stakeholders uit Tilburg langs, onder wie Wethouder Esmah Lahlah. De andere drie blokken waren voor een kleine ploeg deelnemers, waaronder jongeren met een chronische aandoening, UWV, zorgverzekeraars, het onderwijs en medewerkers van de gemeente. Een blok begon met een sessie vol kennis; een week later werkte ieder aan de eigen casus.\n\n','\n',char(10)),16,NULL,870,439,879,430);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',6,'fno-fieldlab-tilburg','samenwerking','Samenwerking','',replace('Samenwerking\n\nDe gemeente Tilburg kan deze groep nu heel wat beter steunen, en de begeleiding door Social Finance NL was daarvoor van belang, aldus Marco Florijn, Programmaleider Jongeren INC bij FNO.\n\n','\n',char(10)),20,NULL,1309,203,1321,191);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',7,'fno-fieldlab-tilburg','project','Project','',replace('Project FNO Fieldlab Tilburg \n','\n',char(10)),24,NULL,1512,31,1519,24);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',8,'fno-fieldlab-tilburg','jaar','Jaar','',replace('Jaar 2021\n','\n',char(10)),25,NULL,1543,10,1547,6);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',9,'fno-fieldlab-tilburg','type','Type','',replace('Type Onderzoek, Kennis delen\n','\n',char(10)),26,NULL,1553,29,1557,25);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',10,'fno-fieldlab-tilburg','partijen','Partijen','',replace('Partijen Social Finance NL\nVNG\n','\n',char(10)),27,NULL,1582,31,1590,23);
INSERT INTO passage VALUES('fno-fieldlab-tilburg',11,'fno-fieldlab-tilburg','locatie','Locatie','','Locatie Tilburg',29,NULL,1613,15,1620,8);
INSERT INTO passage VALUES('groenlab-schiedam',1,'groenlab-schiedam','titel','GroenLab: een social lab over eenzaamheid in Schiedam','',replace('GroenLab: een social lab over eenzaamheid in Schiedam\n\n','\n',char(10)),1,NULL,0,55,0,53);
INSERT INTO passage VALUES('groenlab-schiedam',2,'groenlab-schiedam','tekst',NULL,'',replace('Dit social lab gaat over het WOT: het ''WijkOndersteuningsTeam'', een ploeg uit allerlei beroepen die de wijk door de bezuinigingen op zorg en welzijn heen helpt. Wat heeft het WOT nodig om in de wijk thuis te raken?\n\n\nheader_img\n','\n',char(10)),3,NULL,55,228,55,228);
INSERT INTO passage VALUES('groenlab-schiedam',3,'groenlab-schiedam','tekst','Groenoord','',replace('Groenoord\n\nFlats in de wijk Groenoord te Schiedam.\n\nMaker: Kennisland\n\nRechten:\n\nDownload\nFlats in de wijk Groenoord te Schiedam.\n2015 - 2016\n\nVoor het lab in Schiedam vonden wij een ander soort partner: het WijkOndersteuningsTeam (WOT++WOT?Hier staat wat een WOT is.), zoals sociale wijkteams daar heten. Het is een ploeg uit allerlei beroepen die de wijk door de bezuinigingen op zorg en welzijn heen helpt, in de tijd van de transities++OpinieIn dit stuk legt Thijs van Exel uit waarom zorg over de transities op haar plaats is. .\n\nKennisland hield al labs in Amsteldorp (dit jaar opnieuw), Dordrecht en Nijmegen. In Schiedam draait het om het WOT: wat heeft dat nodig om in de wijk thuis te raken? Elk van de zes Schiedamse teams kreeg bovendien een vraagstuk om van te leren. In Groenoord, de wijk van dit lab, is dat ‘eenzaamheid onder bewoners’.\n\nIn een social lab mag je proberen, maar wel volgens een vaste aanpak: Feed Forward++Feed ForwardOver Feed Forward gaat de publicatie ‘Lab Practice’. genaamd. Het gaat nu om de eerste fase die loopt tot eind 2015. Op het programma staat:\n\n  • Een team van bewoners, professionals en ambtenaren verzamelt verhalen over sociaal isolement in Groenoord;\n  • Uit verhalen van bewoners, professionals en vrijwilligers blijkt wat WOT en wijk er elk aan kunnen doen;\n  • Bewoners en vrijwilligers zoeken mee hoe de wijk zelf meer kan oplossen++Social lab is geen toverstafEen social lab lost zelf niets op, maar leert mensen om dat met elkaar te blijven doen., bijvoorbeeld door lokale initiatieven te verbinden;\n  • Belanghebbenden halen de grote thema’s uit de verhalen en maken er een actie-agenda van.\n\n','\n',char(10)),7,NULL,283,1670,292,1661);
INSERT INTO passage VALUES('groenlab-schiedam',4,'groenlab-schiedam','tekst','Van actie-agenda naar prototypes','',replace('Van actie-agenda naar prototypes\n\nVindt de wijk de actie-agenda goed, dan komt er misschien een vervolg, met ideeën en prototypes. Intussen zoeken we Groenoorders, jong en oud, die erover kunnen vertellen. In Groenoord wordt al veel tegen eenzaamheid gedaan (bedoeld of onbedoeld), en wij brengen die initiatieven bij elkaar.In Groenoord wordt al veel tegen eenzaamheid gedaan, en wij brengen die initiatieven bij elkaar.\n\n','\n',char(10)),30,NULL,1953,424,1985,392);
INSERT INTO passage VALUES('groenlab-schiedam',5,'groenlab-schiedam','tekst','Social lab','',replace('Social lab\n\nIn een social lab++Social lab-aanpakZie ook onze case ‘Labs: Proeftuinen in terra incognita’. werken ambtenaren, professionals en eindgebruikers (hier: bewoners en (vrijwilligers)organisaties) ter plekke aan een sociaal vraagstuk. Doordat iedereen meebouwt – van buur tot beleidsmaker – is er draagvlak voor wat eruit komt.\n\nOp de slotmanifestatie zet Thijs van Exel op een rij wat het GroenLab heeft opgeleverd.\n\n \n\n','\n',char(10)),34,NULL,2377,438,2387,428);
INSERT INTO passage VALUES('groenlab-schiedam',6,NULL,'back','Als je dit interessant vindt, dan misschien ook:','',replace('Als je dit interessant vindt, dan misschien ook:\n\nOp deze tekst rust een Creative Commons Naamsvermelding-licentie (CC BY); zij hoort bij de Kennisland-website. Beeld, streamers en noten vind je op https://www.kl.nl/projecten/groenlab-een-social-lab-over-eenzaamheid-in-schiedam/\n\nA Creative Commons Attribution License (CC BY) applies to this text, which belongs to the Kennisland website. Images, streamers and notes can be found at https://www.kl.nl/projecten/groenlab-een-social-lab-over-eenzaamheid-in-schiedam/','\n',char(10)),42,NULL,2815,516,2863,468);
INSERT INTO passage VALUES('innovatielab-zwolle',1,NULL,'front',NULL,'',replace('Sla menu over Meer over toegankelijkheid\n21 december 2023\n\n','\n',char(10)),1,NULL,0,59,0,59);
INSERT INTO passage VALUES('innovatielab-zwolle',2,'innovatielab-zwolle','titel','Innovatielab Participatie, van klein testen naar groot uitvoeren','',replace('Innovatielab Participatie, van klein testen naar groot uitvoeren\n\nBeeldmerk Innovatielab\n\nVan klein testen naar groot uitvoeren\n\n','\n',char(10)),4,NULL,59,129,59,64);
INSERT INTO passage VALUES('innovatielab-zwolle',3,'innovatielab-zwolle','tekst',NULL,'',replace('Iedereen in Zwolle moet mee kunnen doen, vinden de gemeente Zwolle en Tiem. Wie daar op de arbeidsmarkt hulp bij nodig heeft, komt in een groot en ingewikkeld stelsel terecht. Het Innovatielab zoekt uit hoe dat stelsel beter kan werken.\n\nIn maart 2022 kwamen adviseurs van Tiem, het Sociaal Wijkteam en Inkomensondersteuning gemeente Zwolle bij elkaar om samen met andere partijen en betrokken inwoners te kijken wat er aan de diensverlening schort. Soms was bijschaven genoeg, soms begonnen ze helemaal opnieuw.\n\nIMG_0320-klein-ok\nTeam Innovatielab\n\n','\n',char(10)),10,NULL,188,551,188,551);
INSERT INTO passage VALUES('innovatielab-zwolle',4,'innovatielab-zwolle','tekst','Verhalen (her)halen','',replace('Verhalen (her)halen\n\nAl gauw bleek dat mensen niet weten welke hulp er is en bij welk loket. Daardoor doen ze hun verhaal steeds opnieuw, en sturen aanbieders hen geregeld de verkeerde kant op, omdat ze elkaars werk niet kennen. Dat kost tijd en moed.\n\nHet Innovatielab begint daarom met een telefonisch intakegesprek, waarin de hele vraag op tafel komt. Daarna volgt één gesprek met alle dienstverleners die nodig zijn. De inwoner vertelt zijn verhaal één keer, en meteen staat vast wie wat doet.\n\nDankzij de plek in de wijk vinden de eerste inwoners nu werk.\n\nSimon\nSimon Zandvliet\n\n','\n',char(10)),17,NULL,739,589,758,570);
INSERT INTO passage VALUES('innovatielab-zwolle',5,'innovatielab-zwolle','tekst','Testen, testen, testen','',replace('Testen, testen, testen\n\nIn de eerste testfase, met een tiental inwoners, vroeg maatwerk nog veel tijd. Toch was men er blij mee: bellen is een kleine stap, en niemand werd van loket naar loket gestuurd.\n\nInmiddels heeft het Innovatielab een eigen locatie in Dieze, met een ‘woonkamer’ voor de ontvangst. Inwoners maken samen met de dienstverleners een participatieplan. Er zijn meer medewerkers, zodat de proef groter wordt; Simon Zandvliet, projectleider van het Innovatieteam en adviseur Werk en Ontwikkeling bij Tiem, ziet daarmee in het ‘groot’ gebeuren wat klein begon. Dankzij de plek in de wijk vinden de eerste inwoners nu werk!\n\n','\n',char(10)),28,NULL,1328,646,1350,624);
INSERT INTO passage VALUES('innovatielab-zwolle',6,'innovatielab-zwolle','tekst','Momentum vasthouden','',replace('Momentum vasthouden\n\nOok Hugo Bosch, die als adviseur Werk en Ontwikkeling bij Tiem in het Innovatieteam zit, is tevreden: de collega’s komen uit verschillende organisaties, maar hebben hart voor dezelfde mensen. Hij hoopt dat de manier van werken blijft en groeit. Elke Zwollenaar met een participatiewet uitkering moet vriendelijk en effectief benaderd worden en een eigen plan kunnen maken.\n\nDe opdracht loopt tot het einde van 2023. Wat Zwolle met de lessen doet, wordt in januari bekend.\n\nHij hoopt dat de manier van werken blijft en groeit.\n\nHugo\nHugo Bosch\n','\n',char(10)),34,NULL,1974,566,1993,547);
INSERT INTO passage VALUES('innovatielab-zwolle',7,NULL,'back','Deel deze pagina','','Deel deze pagina',44,NULL,2540,16,2556,0);
INSERT INTO passage VALUES('werkplaats-vlaardingen',1,NULL,'front',NULL,'',replace('Werkplaats Sociaal Domein Zuid-Holland Zuid\n\n   \n\n','\n',char(10)),1,NULL,0,52,0,52);
INSERT INTO passage VALUES('werkplaats-vlaardingen',2,'werkplaats-vlaardingen','titel','Transformeren en leren binnen sociaal domein Vlaardingen','',replace('16-07-18: Transformeren en leren binnen sociaal domein Vlaardingen\n\n16-07-18: Transformeren en leren binnen sociaal domein Vlaardingen\n\n','\n',char(10)),5,NULL,52,136,62,56);
INSERT INTO passage VALUES('werkplaats-vlaardingen',3,'werkplaats-vlaardingen','tekst',NULL,'',replace('Sinds begin dit jaar helpt de werkplaats, samen met innovatiebureau Six Fingers, team JMO van de gemeente Vlaardingen te veranderen. Dat gebeurt op verzoek van de gemeente. De professionals van het team leren het vak door te ‘doen’, met de stad erbij.\n\nHet project bouwt voort op de lessons learned uit het eerste jaar van de werkplaats. Wijkteams komen niet verder zolang de organisaties achter hen dezelfde blijven. Hoe wordt een ambtenaar een T-shaped professional die integraal werkt en over de grenzen van zijn domein kijkt?\n\n','\n',char(10)),9,NULL,188,535,188,535);
INSERT INTO passage VALUES('werkplaats-vlaardingen',4,'werkplaats-vlaardingen','tekst','Op expeditie','',replace('Op expeditie\nBij Six Fingers is een beetje beter niet genoeg: het moet nieuw zijn. Het traject is een tocht naar onbekend gebied, waarop je al doende leert. Het bureau gebruikt gebruikersonderzoek, trendonderzoek, branchmarking en design thinking.\n\nIn een bus begon de expeditie: het team bezocht bedrijven in de regio Eindhoven, uit heel andere sectoren. Interviews in stadhuis en stad wezen de weg voor de onderzoeksfase. Elke medewerker deed daarna participatief actie-onderzoek in de stad: waar lopen inwoners en cliënten op vast? Wat zij tegenkwamen, kwam hard aan:\n\n  • Mensen worden gezien als hun beperking en niet als zichzelf\n  • Het sociale netwerk is bij sommigen ‘flinterdun’\n  • Bij wie veel problemen heeft, is het netwerk soms ‘opgebrand’\n\nVaker ‘naar buiten’ gaan, was het voornemen.\n\n\n','\n',char(10)),13,NULL,723,822,735,810);
INSERT INTO passage VALUES('werkplaats-vlaardingen',5,'werkplaats-vlaardingen','tekst','Meedoen met bewoners','',replace('Meedoen met bewoners \n\n','\n',char(10)),25,NULL,1545,24,1565,4);
INSERT INTO passage VALUES('werkplaats-vlaardingen',6,'werkplaats-vlaardingen','tekst','Painstormen en creatie','',replace('Painstormen en creatie\nIn een sessie koos het team de ergste ‘pains’ uit het het onderzoek, zonder al meteen naar een oplossing te grijpen. Vijf thema’s bleven over: disconnectie, wantrouwen, ontoegankelijkheid, onbegrip en onpersoonlijk. Twee co-creatiesessies volgden, de tweede met vertegenwoordigers uit de stad. Verbinding, regie en maatwerk zijn nu de thema’s. De experimenten die daaruit groeien, beproeft het team in de tweede helft van het jaar.\n\nVoorbeelden uit andere sectoren slaan aan bij het team. Zo is er een video van Block by Block, van de makers van Minecraft en UN-Habitat: bewoners van arme wijken participeren in het ontwerp van hun eigen straat en plein.\n\n \n\n','\n',char(10)),27,NULL,1569,691,1591,669);
INSERT INTO passage VALUES('werkplaats-vlaardingen',7,NULL,'back','In samenwerking met:','',replace('In samenwerking met:\nContactgegevens\n\nMuseumpark 40\n3015 CX Rotterdam\nKamer MP.L03.105\n\nT: 010 794 5676\nE: info@werkplaatssociaaldomeinzhz.nl\n\nVolg de werkplaats\n\nNieuws lees je op Twitter en LinkedIn of in onze nieuwsbrief!\n\n \n\n','\n',char(10)),34,NULL,2260,231,2280,211);
INSERT INTO passage VALUES('werkplaats-vlaardingen',8,NULL,'back','In samenwerking met:','',replace('In samenwerking met:\nVolg de werkplaats\n\nNieuws lees je op Twitter en LinkedIn of in onze nieuwsbrief!\n\n \n\nContactgegevens\n\nMuseumpark 40\n3015 CX Rotterdam\nKamer MP.L03.105\n\nT: 010 794 5676\nE: info@werkplaatssociaaldomeinzhz.nl\n\nWerkplaats Sociaal Domein Zuid-Holland Zuid\n\nOver Werkplaats Sociaal Domein Zuid-Holland Zuid\nRoutebeschrijving\nContact','\n',char(10)),50,NULL,2491,351,2511,331);
CREATE TABLE place ( -- a municipality, town, district or region
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- place
	place TEXT NOT NULL, -- its name; printed
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES('fno-fieldlab-tilburg','Tilburg','Tilburg',29,1621,7,'place.area');
INSERT INTO place VALUES('groenlab-schiedam','Groenoord','Groenoord',9,311,9,'place.held-in');
INSERT INTO place VALUES('groenlab-schiedam','Schiedam','Schiedam',1,45,8,'place.area');
INSERT INTO place VALUES('innovatielab-zwolle','Dieze','Dieze',32,1586,5,'place.held-in');
INSERT INTO place VALUES('innovatielab-zwolle','Zwolle','Zwolle',10,200,6,'place.held-in');
INSERT INTO place VALUES('werkplaats-vlaardingen','Vlaardingen','Vlaardingen',9,294,11,'place.held-in');
CREATE TABLE involvement ( -- an organisation or group that takes part
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- role, organisation
	role TEXT NOT NULL, -- opdrachtgever, partner, initiatiefnemer; coded
	organisation TEXT NOT NULL, -- its name; resolved
	folded TEXT NOT NULL, -- the name, comparable: see name.h
	named INTEGER CHECK (named IN (0, 1)), -- 1: a proper name; coded
	note TEXT, -- what stands in parentheses; printed
	organisation_kind TEXT, -- kind of organisation; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','opdrachtgever|FNO Jongeren INC','opdrachtgever','FNO Jongeren INC','fno jongeren inc',1,NULL,'fonds',5,220,16,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|Social Finance NL','partner','Social Finance NL','social finance nl',1,NULL,'adviesbureau',27,1591,17,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|UWV','partner','UWV','uwv',1,NULL,'werk en inkomen',18,1149,3,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|VNG','partner','VNG','vng',1,NULL,'samenwerkingsverband van gemeenten',28,1609,3,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|jongeren met een chronische aandoening','partner','jongeren met een chronische aandoening','jongeren met een chronische aandoening',0,NULL,'groep mensen',18,1109,38,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|medewerkers van de gemeente','partner','medewerkers van de gemeente','medewerkers van de gemeente',0,NULL,'groep mensen',18,1189,27,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|onderwijs','partner','onderwijs','onderwijs',0,NULL,'onderwijs',18,1176,9,'involvement.list');
INSERT INTO involvement VALUES('fno-fieldlab-tilburg','partner|zorgverzekeraars','partner','zorgverzekeraars','zorgverzekeraars',0,NULL,'zorgverzekeraar',18,1154,16,'involvement.list');
INSERT INTO involvement VALUES('groenlab-schiedam','partner|WijkOndersteuningsTeam','partner','WijkOndersteuningsTeam','wijkondersteuningsteam',1,NULL,'wijkteam',19,491,22,'involvement.list');
INSERT INTO involvement VALUES('groenlab-schiedam','partner|sociale wijkteams daar heten','partner','sociale wijkteams daar heten','sociale wijkteams daar heten',0,NULL,'wijkteam',19,559,28,'involvement.list');
INSERT INTO involvement VALUES('innovatielab-zwolle','partner|Inkomensondersteuning gemeente Zwolle','partner','Inkomensondersteuning gemeente Zwolle','inkomensondersteuning gemeente zwolle',1,NULL,'werk en inkomen',12,491,37,'involvement.list');
INSERT INTO involvement VALUES('innovatielab-zwolle','partner|Sociaal Wijkteam','partner','Sociaal Wijkteam','sociaal wijkteam',1,NULL,'wijkteam',12,471,16,'involvement.list');
INSERT INTO involvement VALUES('innovatielab-zwolle','partner|Tiem','partner','Tiem','tiem',1,NULL,'werk en inkomen',12,461,4,'involvement.list');
INSERT INTO involvement VALUES('innovatielab-zwolle','partner|andere partijen','partner','andere partijen','andere partijen',0,NULL,NULL,12,553,15,'involvement.list');
INSERT INTO involvement VALUES('innovatielab-zwolle','partner|betrokken inwoners','partner','betrokken inwoners','betrokken inwoners',0,NULL,'groep mensen',12,572,18,'involvement.list');
INSERT INTO involvement VALUES('werkplaats-vlaardingen','opdrachtgever|gemeente Vlaardingen','opdrachtgever','gemeente Vlaardingen','gemeente vlaardingen',1,NULL,'gemeente',9,351,8,'involvement.bare-gemeente');
INSERT INTO involvement VALUES('werkplaats-vlaardingen','partner|innovatiebureau Six Fingers','partner','innovatiebureau Six Fingers','innovatiebureau six fingers',1,NULL,'adviesbureau',9,240,27,'involvement.list');
CREATE TABLE alias ( -- two names of one organisation; never by guessing
	source TEXT NOT NULL -- the document that names it
		REFERENCES source (name) ON DELETE CASCADE,
	alias TEXT NOT NULL, -- the one name, as printed or in the vocabulary
	organisation TEXT NOT NULL, -- the name that stands for both, folded
	folded TEXT NOT NULL, -- the alias, comparable: see name.h
	PRIMARY KEY (source, alias, organisation)
) STRICT, WITHOUT ROWID;
INSERT INTO alias VALUES('groenlab-schiedam','WijkOndersteuningsTeam','wijkondersteuningsteam','wijkondersteuningsteam');
INSERT INTO alias VALUES('groenlab-schiedam','WOT','wijkondersteuningsteam','wot');
CREATE TABLE adviser ( -- a person who advised
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- adviser; personal: name
	adviser TEXT NOT NULL, -- name; printed; personal: name
	email TEXT, -- address; resolved; personal: contact
	contact INTEGER CHECK (contact IN (0, 1)), -- 1: to be asked; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE measurement ( -- a school mark at one moment
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- component, object, moment
	component TEXT NOT NULL, -- the part of the project; printed
	object TEXT NOT NULL, -- proeftuin, samenwerking; coded
	moment TEXT NOT NULL, -- eerste, tweede, eind, enkel; coded
	grade REAL, -- rapportcijfer; 1 to 10; resolved
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE participation_level ( -- a rung of the participation ladder
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- component, level
	component TEXT NOT NULL, -- the part of the project; printed
	level TEXT NOT NULL, -- geen to zelfbeheer; coded
	stance TEXT, -- toegepast, deels, beoogd, niet; coded
	rung TEXT, -- the level in English; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
INSERT INTO participation_level VALUES('fno-fieldlab-tilburg','|coproduceren','','coproduceren','toegepast','co-produce',18,1036,181,'participation.clause');
INSERT INTO participation_level VALUES('innovatielab-zwolle','|coproduceren','','coproduceren','toegepast','co-produce',32,1636,65,'participation.clause');
INSERT INTO participation_level VALUES('werkplaats-vlaardingen','|coproduceren','','coproduceren','toegepast','co-produce',28,1814,77,'participation.clause');
CREATE TABLE phase ( -- a step, the period as a whole, what follows
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- kind, phase
	kind TEXT NOT NULL, -- uitvoering, stap, vervolg; coded
	phase TEXT NOT NULL, -- its name; resolved
	ordinal INTEGER, -- 0: the period as a whole; coded
	start TEXT, -- ISO 8601; resolved
	"end" TEXT, -- ISO 8601; resolved
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
INSERT INTO phase VALUES('fno-fieldlab-tilburg','stap|afsluiting','stap','afsluiting',2,NULL,NULL,18,947,10,'phase.named');
INSERT INTO phase VALUES('fno-fieldlab-tilburg','stap|kick-off','stap','kick-off',1,NULL,NULL,18,935,8,'phase.named');
INSERT INTO phase VALUES('fno-fieldlab-tilburg','uitvoering|uitvoering','uitvoering','uitvoering',0,'2021-10','2021-12',18,888,7,'phase.period');
INSERT INTO phase VALUES('groenlab-schiedam','stap|eerste fase','stap','eerste fase',1,NULL,'2015-12',23,1321,11,'phase.named');
INSERT INTO phase VALUES('groenlab-schiedam','uitvoering|uitvoering','uitvoering','uitvoering',0,'2015','2016',17,413,4,'phase.period');
INSERT INTO phase VALUES('innovatielab-zwolle','stap|eerste testfase','stap','eerste testfase',1,NULL,NULL,30,1358,15,'phase.named');
INSERT INTO phase VALUES('innovatielab-zwolle','uitvoering|uitvoering','uitvoering','uitvoering',0,'2022-03','2023-12',12,429,10,'phase.period');
INSERT INTO phase VALUES('werkplaats-vlaardingen','stap|expeditie','stap','expeditie',1,NULL,NULL,16,992,9,'phase.named');
INSERT INTO phase VALUES('werkplaats-vlaardingen','stap|onderzoeksfase','stap','onderzoeksfase',2,NULL,NULL,16,1131,14,'phase.named');
INSERT INTO phase VALUES('werkplaats-vlaardingen','uitvoering|uitvoering','uitvoering','uitvoering',0,'2018-01',NULL,9,194,14,'phase.period');
CREATE TABLE theme ( -- what a project is about
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- theme
	theme TEXT NOT NULL, -- the vocabulary's id; coded
	score REAL, -- weight of the cues found; points; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
INSERT INTO theme VALUES('fno-fieldlab-tilburg','jeugd','jeugd',9.0,3,24,8,'theme.score');
INSERT INTO theme VALUES('groenlab-schiedam','eenzaamheid','eenzaamheid',16.0,1,30,11,'theme.score');
INSERT INTO theme VALUES('groenlab-schiedam','wonen','wonen',NULL,NULL,NULL,NULL,'correction');
INSERT INTO theme VALUES('innovatielab-zwolle','participatie','participatie',5.0,4,72,12,'theme.score');
INSERT INTO theme VALUES('innovatielab-zwolle','werk-inkomen','werk-inkomen',6.0,10,279,12,'theme.score');
CREATE TABLE quote ( -- a quotation of somebody who took part
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- text; personal: free-text
	text TEXT NOT NULL, -- without quotes; printed; personal: free-text
	ordinal INTEGER, -- from 1, within the project; coded
	speaker TEXT, -- who said it; printed; personal: name
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT;
CREATE TABLE field ( -- what a layout declares beyond the codebook
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	key TEXT NOT NULL, -- field
	field TEXT NOT NULL, -- the layout's name for it; coded
	value TEXT, -- printed; personal: free-text
	scale TEXT, -- what the value is measured in; coded
	line INTEGER, -- lines
	offset INTEGER, -- bytes
	length INTEGER, -- bytes
	rule TEXT, -- the rule that made the row
	PRIMARY KEY (project, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE proof ( -- the words that prove one value of one row
	project TEXT NOT NULL -- the project
		REFERENCES project (project) ON DELETE CASCADE,
	fact TEXT NOT NULL, -- the view in which the row stands
	key TEXT NOT NULL, -- the row's key; personal: name
	"column" TEXT NOT NULL, -- the value's column
	offset INTEGER NOT NULL CHECK (offset >= 0), -- in the text; bytes
	length INTEGER NOT NULL CHECK (length > 0), -- bytes
	origin TEXT NOT NULL, -- printed, resolved or coded
	passage INTEGER NOT NULL, -- ordinal of the passage that holds it
	line INTEGER NOT NULL, -- lines
	PRIMARY KEY (project, fact, key, "column", offset)
) STRICT, WITHOUT ROWID;
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','opdrachtgever|FNO Jongeren INC','named',220,16,'coded',3,5);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','opdrachtgever|FNO Jongeren INC','organisation',220,16,'printed',3,5);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','opdrachtgever|FNO Jongeren INC','organisation_kind',220,16,'coded',3,5);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','opdrachtgever|FNO Jongeren INC','role',220,16,'coded',3,5);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|Social Finance NL','named',1591,17,'coded',10,27);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|Social Finance NL','organisation',1591,17,'printed',10,27);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|Social Finance NL','organisation_kind',1591,17,'coded',10,27);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|Social Finance NL','role',1591,17,'coded',10,27);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|UWV','named',1149,3,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|UWV','organisation',1149,3,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|UWV','organisation_kind',1149,3,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|UWV','role',1149,3,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|VNG','named',1609,3,'coded',10,28);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|VNG','organisation',1609,3,'printed',10,28);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|VNG','organisation_kind',1609,3,'coded',10,28);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|VNG','role',1609,3,'coded',10,28);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|jongeren met een chronische aandoening','named',1109,38,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|jongeren met een chronische aandoening','organisation',1109,38,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|jongeren met een chronische aandoening','organisation_kind',1109,38,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|jongeren met een chronische aandoening','role',1109,38,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|medewerkers van de gemeente','named',1189,27,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|medewerkers van de gemeente','organisation',1189,27,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|medewerkers van de gemeente','organisation_kind',1189,27,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|medewerkers van de gemeente','role',1189,27,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|onderwijs','named',1176,9,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|onderwijs','organisation',1176,9,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|onderwijs','organisation_kind',1176,9,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|onderwijs','role',1176,9,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|zorgverzekeraars','named',1154,16,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|zorgverzekeraars','organisation',1154,16,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|zorgverzekeraars','organisation_kind',1154,16,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','involvements','partner|zorgverzekeraars','role',1154,16,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','participation','|coproduceren','level',1087,21,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','participation','|coproduceren','rung',1087,21,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','participation','|coproduceren','stance',1087,21,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','stap|afsluiting','kind',947,10,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','stap|afsluiting','ordinal',947,10,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','stap|afsluiting','phase',947,10,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','stap|kick-off','kind',935,8,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','stap|kick-off','ordinal',935,8,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','stap|kick-off','phase',935,8,'printed',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','uitvoering|uitvoering','end',899,13,'resolved',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','uitvoering|uitvoering','kind',888,7,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','uitvoering|uitvoering','ordinal',888,7,'coded',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','uitvoering|uitvoering','phase',888,7,'resolved',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','phases','uitvoering|uitvoering','start',888,7,'resolved',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','places','Tilburg','place',1621,7,'printed',11,29);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','projects','','area',1621,7,'printed',11,29);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','projects','','end',899,13,'resolved',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','projects','','kind',0,20,'coded',1,1);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','projects','','start',888,7,'resolved',5,18);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','projects','','title',0,20,'printed',1,1);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','themes','jeugd','score',24,8,'coded',2,3);
INSERT INTO proof VALUES('fno-fieldlab-tilburg','themes','jeugd','theme',24,8,'coded',2,3);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|WijkOndersteuningsTeam','named',491,22,'coded',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|WijkOndersteuningsTeam','organisation',491,22,'printed',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|WijkOndersteuningsTeam','organisation_kind',491,22,'coded',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|WijkOndersteuningsTeam','role',491,22,'coded',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|sociale wijkteams daar heten','named',559,28,'coded',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|sociale wijkteams daar heten','organisation',559,28,'printed',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|sociale wijkteams daar heten','organisation_kind',559,28,'coded',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','involvements','partner|sociale wijkteams daar heten','role',559,28,'coded',3,19);
INSERT INTO proof VALUES('groenlab-schiedam','phases','stap|eerste fase','end',1347,9,'resolved',3,23);
INSERT INTO proof VALUES('groenlab-schiedam','phases','stap|eerste fase','kind',1328,4,'coded',3,23);
INSERT INTO proof VALUES('groenlab-schiedam','phases','stap|eerste fase','ordinal',1321,11,'coded',3,23);
INSERT INTO proof VALUES('groenlab-schiedam','phases','stap|eerste fase','phase',1321,11,'printed',3,23);
INSERT INTO proof VALUES('groenlab-schiedam','phases','uitvoering|uitvoering','end',420,4,'resolved',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','phases','uitvoering|uitvoering','kind',413,4,'coded',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','phases','uitvoering|uitvoering','ordinal',413,4,'coded',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','phases','uitvoering|uitvoering','phase',413,4,'resolved',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','phases','uitvoering|uitvoering','start',413,4,'resolved',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','places','Groenoord','place',311,9,'printed',3,9);
INSERT INTO proof VALUES('groenlab-schiedam','places','Schiedam','place',45,8,'printed',1,1);
INSERT INTO proof VALUES('groenlab-schiedam','projects','','area',45,8,'printed',1,1);
INSERT INTO proof VALUES('groenlab-schiedam','projects','','end',420,4,'resolved',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','projects','','kind',0,53,'coded',1,1);
INSERT INTO proof VALUES('groenlab-schiedam','projects','','start',413,4,'resolved',3,17);
INSERT INTO proof VALUES('groenlab-schiedam','projects','','title',0,53,'printed',1,1);
INSERT INTO proof VALUES('groenlab-schiedam','themes','eenzaamheid','score',30,11,'coded',1,1);
INSERT INTO proof VALUES('groenlab-schiedam','themes','eenzaamheid','theme',30,11,'coded',1,1);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Inkomensondersteuning gemeente Zwolle','named',491,37,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Inkomensondersteuning gemeente Zwolle','organisation',491,37,'printed',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Inkomensondersteuning gemeente Zwolle','organisation_kind',491,37,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Inkomensondersteuning gemeente Zwolle','role',491,37,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Sociaal Wijkteam','named',471,16,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Sociaal Wijkteam','organisation',471,16,'printed',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Sociaal Wijkteam','organisation_kind',471,16,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Sociaal Wijkteam','role',471,16,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Tiem','named',461,4,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Tiem','organisation',461,4,'printed',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Tiem','organisation_kind',461,4,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|Tiem','role',461,4,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|andere partijen','named',553,15,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|andere partijen','organisation',553,15,'printed',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|andere partijen','role',553,15,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|betrokken inwoners','named',572,18,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|betrokken inwoners','organisation',572,18,'printed',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|betrokken inwoners','organisation_kind',572,18,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','involvements','partner|betrokken inwoners','role',572,18,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','participation','|coproduceren','level',1645,15,'coded',5,32);
INSERT INTO proof VALUES('innovatielab-zwolle','participation','|coproduceren','rung',1645,15,'coded',5,32);
INSERT INTO proof VALUES('innovatielab-zwolle','participation','|coproduceren','stance',1645,15,'coded',5,32);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','stap|eerste testfase','kind',1365,8,'coded',5,30);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','stap|eerste testfase','ordinal',1358,15,'coded',5,30);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','stap|eerste testfase','phase',1358,15,'printed',5,30);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','uitvoering|uitvoering','end',590,14,'resolved',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','uitvoering|uitvoering','kind',429,10,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','uitvoering|uitvoering','ordinal',429,10,'coded',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','uitvoering|uitvoering','phase',429,10,'resolved',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','phases','uitvoering|uitvoering','start',429,10,'resolved',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','places','Dieze','place',1586,5,'printed',5,32);
INSERT INTO proof VALUES('innovatielab-zwolle','places','Zwolle','place',200,6,'printed',3,10);
INSERT INTO proof VALUES('innovatielab-zwolle','projects','','end',590,14,'resolved',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','projects','','kind',59,64,'coded',2,4);
INSERT INTO proof VALUES('innovatielab-zwolle','projects','','start',429,10,'resolved',3,12);
INSERT INTO proof VALUES('innovatielab-zwolle','projects','','title',59,64,'printed',2,4);
INSERT INTO proof VALUES('innovatielab-zwolle','themes','participatie','score',72,12,'coded',2,4);
INSERT INTO proof VALUES('innovatielab-zwolle','themes','participatie','theme',72,12,'coded',2,4);
INSERT INTO proof VALUES('innovatielab-zwolle','themes','werk-inkomen','score',279,12,'coded',3,10);
INSERT INTO proof VALUES('innovatielab-zwolle','themes','werk-inkomen','theme',279,12,'coded',3,10);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','opdrachtgever|gemeente Vlaardingen','named',351,8,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','opdrachtgever|gemeente Vlaardingen','organisation',351,8,'resolved',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','opdrachtgever|gemeente Vlaardingen','organisation_kind',351,8,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','opdrachtgever|gemeente Vlaardingen','role',351,8,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','partner|innovatiebureau Six Fingers','named',240,27,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','partner|innovatiebureau Six Fingers','organisation',240,27,'printed',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','partner|innovatiebureau Six Fingers','organisation_kind',240,27,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','involvements','partner|innovatiebureau Six Fingers','role',240,27,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','participation','|coproduceren','level',1819,17,'coded',6,28);
INSERT INTO proof VALUES('werkplaats-vlaardingen','participation','|coproduceren','rung',1819,17,'coded',6,28);
INSERT INTO proof VALUES('werkplaats-vlaardingen','participation','|coproduceren','stance',1819,17,'coded',6,28);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','stap|expeditie','kind',989,12,'coded',4,16);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','stap|expeditie','ordinal',992,9,'coded',4,16);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','stap|expeditie','phase',992,9,'printed',4,16);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','stap|onderzoeksfase','kind',1131,14,'coded',4,16);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','stap|onderzoeksfase','ordinal',1131,14,'coded',4,16);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','stap|onderzoeksfase','phase',1131,14,'printed',4,16);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','uitvoering|uitvoering','kind',194,14,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','uitvoering|uitvoering','ordinal',194,14,'coded',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','uitvoering|uitvoering','phase',194,14,'resolved',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','phases','uitvoering|uitvoering','start',194,14,'resolved',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','places','Vlaardingen','place',294,11,'printed',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','projects','','kind',62,56,'coded',2,5);
INSERT INTO proof VALUES('werkplaats-vlaardingen','projects','','start',194,14,'resolved',3,9);
INSERT INTO proof VALUES('werkplaats-vlaardingen','projects','','title',62,56,'printed',2,5);
CREATE TABLE diagnostic ( -- what was remarked while reading
	source TEXT NOT NULL -- the document
		REFERENCES source (name) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- from 1, as it came
	offset INTEGER NOT NULL, -- in the text; bytes
	code TEXT NOT NULL, -- its name in the table of messages
	line INTEGER, -- lines
	severity TEXT NOT NULL, -- note, advice, warning, error
	message TEXT NOT NULL, -- in the user's words; personal: free-text
	PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO diagnostic VALUES('werkplaats-vlaardingen',1,62,'theme-none',5,'advice','no theme reaches the minimum score: "Transformeren en leren binnen sociaal domein Vlaardingen"');
CREATE TABLE correction ( -- a person's judgement; survives everything
	project TEXT NOT NULL, -- the project, which may be gone
	fact TEXT NOT NULL, -- the view in which the row stands
	key TEXT NOT NULL, -- the row's key; personal: name
	"column" TEXT NOT NULL, -- the value's column; empty: the row
	action TEXT NOT NULL -- what is to be done; coded
		CHECK (action IN ('set', 'add', 'drop', 'confirm')),
	extracted TEXT, -- the value that the program read; personal: free-text
	corrected TEXT, -- the value that counts; personal: free-text
	because TEXT NOT NULL, -- the reason; personal: free-text
	"by" TEXT NOT NULL, -- who said so; personal: name
	at TEXT NOT NULL, -- when; ISO 8601
	PRIMARY KEY (project, fact, key, "column")
) STRICT, WITHOUT ROWID;
INSERT INTO correction VALUES('groenlab-schiedam','projects','','area','set','Schiedam','Groenoord-Zuid','de bijlage zegt het','R. Lezer','2026-11-22T00:54:06Z');
INSERT INTO correction VALUES('groenlab-schiedam','themes','wonen','','add',NULL,'','het gaat ook over wonen','R. Lezer','2026-11-22T00:54:06Z');
INSERT INTO correction VALUES('innovatielab-zwolle','places','Dieze','','drop',NULL,'','een wijk','R. Lezer','2026-11-22T00:54:06Z');
CREATE INDEX project_source ON project (source);
CREATE INDEX passage_project ON passage (project);
CREATE INDEX alias_folded ON alias (folded, organisation);
CREATE VIEW sources ( -- the documents that were read
	source, -- stem of the file name; key
	path, -- where the file was; personal: free-text
	sha256, -- of the file
	bytes, -- length of the text; bytes
	media_type, -- what the file is
	converter, -- the program that made the text of it
	converter_version, -- its version
	layout, -- the layout by which it was read; coded
	title, -- of the document; printed
	publisher, -- who published it; coded
	published, -- when; ISO 8601; resolved
	projects, -- projects that it describes; count
	warnings -- warnings and errors while reading; count
) AS
SELECT name, path, sha256, bytes, media_type, converter, converter_version,
	layout, title, publisher, published,
	(SELECT count(*) FROM project WHERE project.source = source.name),
	(SELECT count(*) FROM diagnostic WHERE diagnostic.source = source.name
		AND diagnostic.severity IN ('warning', 'error'))
FROM source
;
CREATE VIEW projects ( -- proeftuinen, fieldlabs, labs and werkplaatsen
	project, -- stable key, made as the layout says; key
	kind, -- proeftuin, fieldlab, innovatielab, social lab, werkplaats; coded
	title, -- as printed above the project's own text; printed
	area, -- where it was carried out; printed
	start, -- of the period in which it was carried out; ISO 8601; resolved
	"end", -- of the period in which it was carried out; ISO 8601; resolved
	period_note, -- what is said of the period beyond the dates; printed
	series, -- the series of uniform descriptions it is part of
	source, -- the document that describes it
	line -- where its text begins; lines
) AS
SELECT project,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'kind'),
		project.kind), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'title'),
		project.title), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'area'),
		project.area), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'start'),
		project.start), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'end'),
		project."end"), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = project.project AND c.fact = 'projects'
		AND c.key = '' AND c."column" = 'period_note'),
		project.period_note), ''),
	series, source, line
FROM project
;
CREATE VIEW passages ( -- the text in pieces; in order they are all of it
	source, -- the document; key
	ordinal, -- from 1, within the document; key
	project, -- the project that it describes
	section, -- the layout's name for this part; coded
	heading, -- the heading above it; printed
	component, -- the part of the project that it is about; printed
	text, -- heading and body; printed; personal: free-text
	line, -- of its first byte; lines
	page, -- of its first byte; pages
	offset, -- in the source's text; bytes
	length -- bytes
) AS
SELECT source, ordinal, project, section, heading, component, text, line, page,
	offset, length
FROM passage
;
CREATE VIEW places ( -- where a project was carried out
	project, -- the project; key
	place, -- municipality, town, district or region; key; printed
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT place.project, place.place,
	CASE WHEN place.rule IS NOT 'correction' THEN project.source END,
	place.line, place.offset, place.length, place.rule
FROM place JOIN project ON project.project = place.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = place.project AND c.fact = 'places'
	AND c.key = place.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW involvements ( -- who commissioned, took part, or began it
	project, -- the project; key
	role, -- opdrachtgever, partner, initiatiefnemer; key; coded
	organisation, -- its name; key; resolved
	named, -- 1: a proper name, 0: a group or kind; coded
	note, -- what stands in parentheses behind it; printed
	organisation_kind, -- kind of organisation; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT i.project, i.role, i.organisation,
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = 'named'),
		i.named),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = 'note'),
		i.note), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = 'organisation_kind'),
		i.organisation_kind), ''),
	CASE WHEN i.rule IS NOT 'correction' THEN project.source END,
	i.line, i.offset, i.length, i.rule
FROM involvement AS i JOIN project ON project.project = i.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = i.project AND c.fact = 'involvements'
	AND c.key = i.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW organisations ( -- organisations and groups over all projects
	organisation, -- the name printed most often; key; printed
	organisation_kind, -- kind of organisation; coded
	projects, -- in which it has any role; count
	as_client, -- projects that it commissioned; count
	as_partner, -- projects in which it is a partner; count
	as_initiator, -- projects that it began; count
	aliases -- its other names, divided by semicolons; resolved
) AS
SELECT form.organisation, tally.organisation_kind, tally.projects,
	tally.as_client, tally.as_partner, tally.as_initiator, form.aliases
FROM (
	SELECT name, organisation, place,
		group_concat(organisation, '; ') FILTER (WHERE place > 1)
			OVER (PARTITION BY name ORDER BY organisation
			ROWS BETWEEN UNBOUNDED PRECEDING
			AND UNBOUNDED FOLLOWING) AS aliases
	FROM (
		SELECT name, organisation, row_number() OVER (
			PARTITION BY name ORDER BY n DESC, organisation)
			AS place
		FROM (
			SELECT name, organisation, sum(n) AS n
			FROM (
				SELECT coalesce(known.organisation, i.folded)
					AS name, i.organisation, 1 AS n
				FROM involvement AS i LEFT JOIN (
					SELECT folded, min(organisation) AS organisation
					FROM alias GROUP BY folded
					HAVING min(organisation) = max(organisation)
				) AS known
				ON known.folded = i.folded
				WHERE NOT EXISTS (
					SELECT 1 FROM correction AS c
					WHERE c.project = i.project
					AND c.fact = 'involvements'
					AND c.key = i.key AND c."column" = ''
					AND c.action = 'drop'
				)
				UNION ALL
				SELECT known.organisation, alias.alias, 0
				FROM alias JOIN (
					SELECT folded, min(organisation) AS organisation
					FROM alias GROUP BY folded
					HAVING min(organisation) = max(organisation)
				) AS known
				ON known.folded = alias.folded
			)
			GROUP BY 1, 2
		)
	)
) AS form JOIN (
	SELECT coalesce(known.organisation, i.folded) AS name,
		min(nullif(coalesce((SELECT corrected FROM correction AS c
			WHERE c.project = i.project AND c.fact = 'involvements'
			AND c.key = i.key AND c."column" = 'organisation_kind'),
			i.organisation_kind), ''))
			AS organisation_kind,
		count(DISTINCT i.project) AS projects,
		count(DISTINCT CASE i.role WHEN 'opdrachtgever'
			THEN i.project END) AS as_client,
		count(DISTINCT CASE i.role WHEN 'partner'
			THEN i.project END) AS as_partner,
		count(DISTINCT CASE i.role WHEN 'initiatiefnemer'
			THEN i.project END) AS as_initiator
	FROM involvement AS i LEFT JOIN (
		SELECT folded, min(organisation) AS organisation
		FROM alias GROUP BY folded
		HAVING min(organisation) = max(organisation)
	) AS known ON known.folded = i.folded
	WHERE NOT EXISTS (SELECT 1 FROM correction AS c
		WHERE c.project = i.project AND c.fact = 'involvements'
		AND c.key = i.key AND c."column" = '' AND c.action = 'drop')
	GROUP BY 1
) AS tally ON tally.name = form.name
WHERE form.place = 1
;
CREATE VIEW advisers ( -- the persons who advised
	project, -- the project; key
	adviser, -- name; key; printed; personal: name
	email, -- address of this person; resolved; personal: contact
	contact, -- 1: the person whose address is given; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT adviser.project, adviser.adviser,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = adviser.project AND c.fact = 'advisers'
		AND c.key = adviser.key AND c."column" = 'email'),
		adviser.email), ''),
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = adviser.project AND c.fact = 'advisers'
		AND c.key = adviser.key AND c."column" = 'contact'),
		adviser.contact),
	CASE WHEN adviser.rule IS NOT 'correction' THEN project.source END,
	adviser.line, adviser.offset, adviser.length, adviser.rule
FROM adviser JOIN project ON project.project = adviser.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = adviser.project AND c.fact = 'advisers'
	AND c.key = adviser.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW measurements ( -- school marks that participants gave
	project, -- the project; key
	component, -- the part of the project, empty: the whole; key; printed
	object, -- proeftuin or samenwerking; key; coded
	moment, -- eerste, tweede, eind, enkel; key; coded
	grade, -- rapportcijfer; 1 to 10; resolved
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT m.project, m.component, m.object, m.moment,
	coalesce((SELECT CAST(corrected AS REAL) FROM correction AS c
		WHERE c.project = m.project AND c.fact = 'measurements'
		AND c.key = m.key AND c."column" = 'grade'),
		m.grade),
	CASE WHEN m.rule IS NOT 'correction' THEN project.source END,
	m.line, m.offset, m.length, m.rule
FROM measurement AS m JOIN project ON project.project = m.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = m.project AND c.fact = 'measurements'
	AND c.key = m.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW changes ( -- how marks changed; computed, never extracted
	project, -- the project; key
	component, -- the part of the project, empty: the whole; key; printed
	object, -- proeftuin or samenwerking; key; coded
	first, -- grade at the moment eerste; 1 to 10; resolved
	second, -- grade at the moment tweede; 1 to 10; resolved
	change, -- second minus first; points
	trend -- toegenomen, afgenomen, gelijk
) AS
SELECT a.project, a.component, a.object, a.grade, b.grade,
	round(b.grade - a.grade, 1) + 0.0,
	CASE sign(round(b.grade - a.grade, 1))
		WHEN 1 THEN 'toegenomen' WHEN -1 THEN 'afgenomen'
		ELSE 'gelijk' END
FROM measurements AS a JOIN measurements AS b
	ON b.project = a.project AND b.component = a.component
	AND b.object = a.object
WHERE a.moment = 'eerste' AND b.moment = 'tweede'
	AND a.grade IS NOT NULL AND b.grade IS NOT NULL
;
CREATE VIEW participation ( -- how residents and clients take part
	project, -- the project; key
	component, -- the part of the project, empty: the whole; key; printed
	level, -- geen, informeren, ... meebeslissen, zelfbeheer; key; coded
	stance, -- toegepast, deels, beoogd, niet; coded
	rung, -- the level in English; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT level.project, level.component, level.level,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = level.project AND c.fact = 'participation'
		AND c.key = level.key AND c."column" = 'stance'),
		level.stance), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = level.project AND c.fact = 'participation'
		AND c.key = level.key AND c."column" = 'rung'),
		level.rung), ''),
	CASE WHEN level.rule IS NOT 'correction' THEN project.source END,
	level.line, level.offset, level.length, level.rule
FROM participation_level AS level
	JOIN project ON project.project = level.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = level.project AND c.fact = 'participation'
	AND c.key = level.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW phases ( -- the period, its steps, and what follows
	project, -- the project; key
	kind, -- uitvoering, stap, vervolg; key; coded
	phase, -- its name; key; resolved
	ordinal, -- order within the project, 0: the whole period; coded
	start, -- ISO 8601; resolved
	"end", -- ISO 8601; resolved
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT phase.project, phase.kind, phase.phase,
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = 'ordinal'),
		phase.ordinal),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = 'start'),
		phase.start), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = phase.project AND c.fact = 'phases'
		AND c.key = phase.key AND c."column" = 'end'),
		phase."end"), ''),
	CASE WHEN phase.rule IS NOT 'correction' THEN project.source END,
	phase.line, phase.offset, phase.length, phase.rule
FROM phase JOIN project ON project.project = phase.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = phase.project AND c.fact = 'phases'
	AND c.key = phase.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW themes ( -- what a project's title, aim or results are about
	project, -- the project; key
	theme, -- the vocabulary's id; key; coded
	score, -- weight of the cues found; points; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT theme.project, theme.theme,
	coalesce((SELECT CAST(corrected AS REAL) FROM correction AS c
		WHERE c.project = theme.project AND c.fact = 'themes'
		AND c.key = theme.key AND c."column" = 'score'),
		theme.score),
	CASE WHEN theme.rule IS NOT 'correction' THEN project.source END,
	theme.line, theme.offset, theme.length, theme.rule
FROM theme JOIN project ON project.project = theme.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = theme.project AND c.fact = 'themes'
	AND c.key = theme.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW quotes ( -- what was said by those who took part
	project, -- the project; key
	text, -- without its outer quotes; key; printed; personal: free-text
	ordinal, -- from 1, within the project; coded
	speaker, -- who said it; printed; personal: name
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT quote.project, quote.text,
	coalesce((SELECT CAST(corrected AS INTEGER) FROM correction AS c
		WHERE c.project = quote.project AND c.fact = 'quotes'
		AND c.key = quote.key AND c."column" = 'ordinal'),
		quote.ordinal),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = quote.project AND c.fact = 'quotes'
		AND c.key = quote.key AND c."column" = 'speaker'),
		quote.speaker), ''),
	CASE WHEN quote.rule IS NOT 'correction' THEN project.source END,
	quote.line, quote.offset, quote.length, quote.rule
FROM quote JOIN project ON project.project = quote.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = quote.project AND c.fact = 'quotes'
	AND c.key = quote.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW fields ( -- what a layout declares beyond the codebook
	project, -- the project; key
	field, -- the layout's name for it; key; coded
	value, -- what stands there; printed; personal: free-text
	scale, -- what the value is measured in; coded
	source, -- the document
	line, -- of the words that state it; lines
	offset, -- of these words in the source's text; bytes
	length, -- of these words; bytes
	rule -- the rule that made the row
) AS
SELECT field.project, field.field,
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = field.project AND c.fact = 'fields'
		AND c.key = field.key AND c."column" = 'value'),
		field.value), ''),
	nullif(coalesce((SELECT corrected FROM correction AS c
		WHERE c.project = field.project AND c.fact = 'fields'
		AND c.key = field.key AND c."column" = 'scale'),
		field.scale), ''),
	CASE WHEN field.rule IS NOT 'correction' THEN project.source END,
	field.line, field.offset, field.length, field.rule
FROM field JOIN project ON project.project = field.project
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = field.project AND c.fact = 'fields'
	AND c.key = field.key AND c."column" = '' AND c.action = 'drop')
;
CREATE VIEW evidence ( -- the words that prove one value of one row
	project, -- the project; key
	fact, -- the view in which the row stands; key
	key, -- the row's key columns, divided by "|"; key; personal: name
	"column", -- the value's column; key
	offset, -- of the words in the source's text; key; bytes
	length, -- of the words; bytes
	source, -- the document
	line, -- of the words; lines
	text -- the words as they stand there; printed; personal: free-text
) AS
SELECT proof.project, proof.fact, proof.key, proof."column", proof.offset,
	proof.length, project.source, proof.line,
	CAST(substr(CAST(passage.text AS BLOB),
		proof.offset - passage.offset + 1, proof.length) AS TEXT)
FROM proof JOIN project ON project.project = proof.project
	JOIN passage ON passage.source = project.source
	AND passage.ordinal = proof.passage
WHERE NOT EXISTS (SELECT 1 FROM correction AS c
	WHERE c.project = proof.project AND c.fact = proof.fact
	AND c.key = proof.key AND (c."column" = proof."column"
		OR c."column" = '' AND c.action = 'drop'))
;
CREATE VIEW diagnostics ( -- what was remarked while reading
	source, -- the document; key
	offset, -- in the source's text; key; bytes
	code, -- name of the kind of message; key
	line, -- lines
	severity, -- note, advice, warning, error
	message -- in the user's words; personal: free-text
) AS
SELECT source, offset, code, line, severity, message
FROM diagnostic
;
CREATE VIEW corrections ( -- the judgements of persons; they win
	project, -- the project, which may be gone; key
	fact, -- the view in which the row stands; key
	key, -- the row's key columns, divided by "|"; key; personal: name
	"column", -- the value's column, empty: the whole row; key
	action, -- set, add, drop, confirm; coded
	extracted, -- the value that the program read; personal: free-text
	corrected, -- the value that counts; personal: free-text
	because, -- the reason; personal: free-text
	"by", -- who said so; personal: name
	at -- when; ISO 8601
) AS
SELECT project, fact, key, "column", action, extracted,
	nullif(corrected, ''), because, "by", at
FROM correction
;
COMMIT;
