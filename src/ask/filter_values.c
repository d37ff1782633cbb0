/* The values that a filter stands for, each once. */
#include "filter_rows.h"

#include "casebook/base/memory.h"

void
filter_values_add(struct filter_values *values, struct text value)
{
	for (size_t i = 0; i < values->n_values; i++)
		if (text_equal(values->values[i], value))
			return;
	values->values =
		array_grow(values->values, values->n_values,
			   &values->values_capacity, sizeof(*values->values));
	values->values[values->n_values++] = value;
}
