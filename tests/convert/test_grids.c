/* Tables and columns on the pages of a PDF. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/drawing.h"

static void
a_table_is_rows_of_marked_cells(void **state)
{
	(void)state;
	reads("Naam      Plaats     Cijfer\n"
	      "Buurtbus  Gouda      7,5\n"
	      "Tuin                 8\n",
	      "Naam\tPlaats\tCijfer\nBuurtbus\tGouda\t7,5\nTuin\t\t8\n"
	      "[table-row head: Naam\tPlaats\tCijfer]\n"
	      "[table-cell : Naam]\n[table-cell : Plaats]\n"
	      "[table-cell : Cijfer]\n"
	      "[table-row : Buurtbus\tGouda\t7,5]\n"
	      "[table-cell Naam: Buurtbus]\n[table-cell Plaats: Gouda]\n"
	      "[table-cell Cijfer: 7,5]\n[table-row : Tuin\t\t8]\n"
	      "[table-cell Naam: Tuin]\n[table-cell Cijfer: 8]\n");
}

static void
words_of_a_wrapped_cell_are_joined(void **state)
{
	(void)state;
	reads("Nr    Doel van de proef    Plaats\n"
	      "\n"
	      "1     Samen eten met de    Gouda\n"
	      "      hele buurt in de\n"
	      "      zaal.\n"
	      "\n"
	      "2     Samen fietsen met    Alphen aan\n"
	      "      iedereen.            den Rijn\n",
	      "Nr\tDoel van de proef\tPlaats\n"
	      "1\tSamen eten met de hele buurt in de zaal.\tGouda\n"
	      "2\tSamen fietsen met iedereen.\tAlphen aan den Rijn\n"
	      "[table-row head: Nr\tDoel van de proef\tPlaats]\n"
	      "[table-cell : Nr]\n[table-cell : Doel van de proef]\n"
	      "[table-cell : Plaats]\n"
	      "[table-row : 1\tSamen eten met de hele buurt in de "
	      "zaal.\tGouda]\n"
	      "[table-cell Nr: 1]\n"
	      "[table-cell Doel van de proef: Samen eten met de hele buurt in "
	      "de zaal.]\n"
	      "[table-cell Plaats: Gouda]\n"
	      "[table-row : 2\tSamen fietsen met iedereen.\tAlphen aan den "
	      "Rijn]\n"
	      "[table-cell Nr: 2]\n"
	      "[table-cell Doel van de proef: Samen fietsen met iedereen.]\n"
	      "[table-cell Plaats: Alphen aan den Rijn]\n");
}

static void
rows_without_a_gap_begin_in_the_first_column(void **state)
{
	(void)state;
	reads("Nr    Doel van de proef    Plaats\n"
	      "1     Samen eten met de    Gouda\n"
	      "      hele buurt.\n"
	      "2     Samen fietsen met    Delft\n"
	      "      iedereen.\n",
	      "Nr\tDoel van de proef\tPlaats\n"
	      "1\tSamen eten met de hele buurt.\tGouda\n"
	      "2\tSamen fietsen met iedereen.\tDelft\n"
	      "[table-row head: Nr\tDoel van de proef\tPlaats]\n"
	      "[table-cell : Nr]\n[table-cell : Doel van de proef]\n"
	      "[table-cell : Plaats]\n"
	      "[table-row : 1\tSamen eten met de hele buurt.\tGouda]\n"
	      "[table-cell Nr: 1]\n"
	      "[table-cell Doel van de proef: Samen eten met de hele buurt.]\n"
	      "[table-cell Plaats: Gouda]\n"
	      "[table-row : 2\tSamen fietsen met iedereen.\tDelft]\n"
	      "[table-cell Nr: 2]\n"
	      "[table-cell Doel van de proef: Samen fietsen met iedereen.]\n"
	      "[table-cell Plaats: Delft]\n");
}

static void
cells_in_the_middle_of_their_row_belong_to_it(void **state)
{
	(void)state;
	reads("Nr    Doel van de proef    Plaats\n"
	      "\n"
	      "      Samen eten met de\n"
	      "1     hele buurt in de     Gouda\n"
	      "      zaal.\n"
	      "\n"
	      "      Samen fietsen met\n"
	      "2     alle anderen uit     Delft\n"
	      "      de stad.\n",
	      "Nr\tDoel van de proef\tPlaats\n"
	      "1\tSamen eten met de hele buurt in de zaal.\tGouda\n"
	      "2\tSamen fietsen met alle anderen uit de stad.\tDelft\n"
	      "[table-row head: Nr\tDoel van de proef\tPlaats]\n"
	      "[table-cell : Nr]\n[table-cell : Doel van de proef]\n"
	      "[table-cell : Plaats]\n"
	      "[table-row : 1\tSamen eten met de hele buurt in de "
	      "zaal.\tGouda]\n"
	      "[table-cell Nr: 1]\n"
	      "[table-cell Doel van de proef: Samen eten met de hele buurt in "
	      "de zaal.]\n"
	      "[table-cell Plaats: Gouda]\n"
	      "[table-row : 2\tSamen fietsen met alle anderen uit de stad.\t"
	      "Delft]\n"
	      "[table-cell Nr: 2]\n"
	      "[table-cell Doel van de proef: Samen fietsen met alle anderen "
	      "uit de stad.]\n"
	      "[table-cell Plaats: Delft]\n");
}

static void
a_table_goes_on_on_the_next_page(void **state)
{
	(void)state;
	reads("Nr    Doel van de proef    Plaats\n"
	      "\n"
	      "1     Samen eten met de    Gouda\n"
	      "      hele buurt.\n"
	      "\n"
	      "2     Samen fietsen met    Delft\n"
	      "\f"
	      "Nr    Doel van de proef    Plaats\n"
	      "\n"
	      "      de hele wijk.\n"
	      "\n"
	      "3     Koken met kinderen   Leiden\n"
	      "      en ouders.\n",
	      "Nr\tDoel van de proef\tPlaats\n"
	      "1\tSamen eten met de hele buurt.\tGouda\n"
	      "2\tSamen fietsen met de hele wijk.\tDelft\n\n\f"
	      "Nr\tDoel van de proef\tPlaats\n"
	      "3\tKoken met kinderen en ouders.\tLeiden\n"
	      "[table-row head: Nr\tDoel van de proef\tPlaats]\n"
	      "[table-cell : Nr]\n[table-cell : Doel van de proef]\n"
	      "[table-cell : Plaats]\n"
	      "[table-row : 1\tSamen eten met de hele buurt.\tGouda]\n"
	      "[table-cell Nr: 1]\n"
	      "[table-cell Doel van de proef: Samen eten met de hele buurt.]\n"
	      "[table-cell Plaats: Gouda]\n"
	      "[table-row : 2\tSamen fietsen met de hele wijk.\tDelft]\n"
	      "[table-cell Nr: 2]\n"
	      "[table-cell Doel van de proef: Samen fietsen met de hele "
	      "wijk.]\n"
	      "[table-cell Plaats: Delft]\n"
	      "[table-row head: Nr\tDoel van de proef\tPlaats]\n"
	      "[table-cell : Nr]\n[table-cell : Doel van de proef]\n"
	      "[table-cell : Plaats]\n"
	      "[table-row : 3\tKoken met kinderen en ouders.\tLeiden]\n"
	      "[table-cell Nr: 3]\n"
	      "[table-cell Doel van de proef: Koken met kinderen en ouders.]\n"
	      "[table-cell Plaats: Leiden]\n");
}

static void
labels_with_values_are_rows(void **state)
{
	(void)state;
	reads("Gemeente:     Gouda\n"
	      "Aantal        45 mensen uit de\n"
	      "deelnemers:   wijk\n"
	      "Looptijd:     2019 en 2020\n",
	      "Gemeente:\tGouda\nAantal deelnemers:\t45 mensen uit de wijk\n"
	      "Looptijd:\t2019 en 2020\n"
	      "[table-row form: Gemeente:\tGouda]\n"
	      "[table-cell : Gemeente:]\n[table-cell : Gouda]\n"
	      "[table-row form: Aantal deelnemers:\t45 mensen uit de wijk]\n"
	      "[table-cell : Aantal deelnemers:]\n"
	      "[table-cell : 45 mensen uit de wijk]\n"
	      "[table-row form: Looptijd:\t2019 en 2020]\n"
	      "[table-cell : Looptijd:]\n[table-cell : 2019 en 2020]\n");
}

static void
what_looks_like_a_table_and_is_none_stays_lines(void **state)
{
	(void)state;
	/* Cards of keys and values. */
	reads("Plaats: Gouda     Jaar: 2019     Cijfer: 7\n"
	      "Leider: Bram      Geld: 4000     Mensen: 9\n",
	      "Plaats: Gouda    Jaar: 2019    Cijfer: 7\n"
	      "Leider: Bram    Geld: 4000    Mensen: 9\n");
	/* Contents. */
	reads("1    Inleiding ..........     3\n"
	      "2    Proeven ............     5\n"
	      "3    Slot ...............     9\n",
	      "1    Inleiding ..........    3\n2    Proeven ............    5\n"
	      "3    Slot ...............    9\n");
	/* A list with its bullets far from its words. */
	reads("1.   Samen eten met allen\n"
	      "2.   Samen fietsen\n"
	      "3.   Samen koken\n",
	      "1. Samen eten met allen\n2. Samen fietsen\n3. Samen koken\n");
}

static void
columns_of_running_text_are_read_one_by_one(void **state)
{
	(void)state;
	reads("Over twee kolommen heen staat hier de kop van het stuk\n"
	      "\n"
	      "De tuin ligt in een wijk    Daar komt iedereen die er\n"
	      "waar veel mensen wonen      woont, en wie daar werkt\n"
	      "die elkaar nog niet zo      komt ook. Het is er ook\n"
	      "goed kennen.                heel gezellig.\n",
	      "Over twee kolommen heen staat hier de kop van het stuk\n\n"
	      "De tuin ligt in een wijk waar veel mensen wonen die elkaar nog "
	      "niet zo goed kennen.\n\n"
	      "Daar komt iedereen die er woont, en wie daar werkt komt ook. "
	      "Het is er ook heel gezellig.\n");
}

static void
a_sentence_goes_on_in_the_next_column(void **state)
{
	(void)state;
	reads("De tuin ligt in een wijk    en wie daar werkt kent ze\n"
	      "waar veel mensen wonen      ook. Dat is heel gezellig\n"
	      "die elkaar nog niet zien    en het kost weinig geld.\n",
	      "De tuin ligt in een wijk waar veel mensen wonen die elkaar nog "
	      "niet zien en wie daar werkt kent ze ook. Dat is heel gezellig "
	      "en het kost weinig geld.\n");
}

static void
a_box_beside_the_text_is_read_by_itself(void **state)
{
	(void)state;
	reads("De tuin ligt in een wijk waar\n"
	      "heel veel mensen wonen die de     Gouda\n"
	      "anderen nog niet kennen, maar\n"
	      "dat wordt nu anders.              \n"
	      "                                  45 mensen\n"
	      "Er is een vaste tuinman die er\n"
	      "elke dag is, en helpt.            \n"
	      "                                  2019\n",
	      "De tuin ligt in een wijk waar heel veel mensen wonen die de "
	      "anderen nog niet kennen, maar dat wordt nu anders.\n\n"
	      "Er is een vaste tuinman die er elke dag is, en helpt.\n\n"
	      "Gouda\n\n45 mensen\n\n2019\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_is_rows_of_marked_cells),
		cmocka_unit_test(words_of_a_wrapped_cell_are_joined),
		cmocka_unit_test(rows_without_a_gap_begin_in_the_first_column),
		cmocka_unit_test(cells_in_the_middle_of_their_row_belong_to_it),
		cmocka_unit_test(a_table_goes_on_on_the_next_page),
		cmocka_unit_test(labels_with_values_are_rows),
		cmocka_unit_test(
			what_looks_like_a_table_and_is_none_stays_lines),
		cmocka_unit_test(columns_of_running_text_are_read_one_by_one),
		cmocka_unit_test(a_sentence_goes_on_in_the_next_column),
		cmocka_unit_test(a_box_beside_the_text_is_read_by_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
