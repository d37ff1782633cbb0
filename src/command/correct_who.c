/* Who corrects, and when. */
#include "correct.h"

#include <pwd.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct text
correct_now(struct desk *desk)
{
	const char *given = getenv("SOURCE_DATE_EPOCH");
	time_t now = time(NULL);
	struct tm utc;
	char at[32];

	if (given && *given) {
		char *end = NULL;
		long long seconds = strtoll(given, &end, 10);

		if (*end == '\0' && seconds >= 0)
			now = (time_t)seconds;
	}
	if (!gmtime_r(&now, &utc) ||
	    strftime(at, sizeof(at), "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
		return TEXT("1970-01-01T00:00:00Z");
	return arena_text(desk->arena, text_of(at));
}

struct text
correct_user(struct desk *desk)
{
	const char *given = desk->session->options.by;
	const struct passwd *user;

	if (given)
		return text_of(given);
	user = getpwuid(geteuid());
	if (user && user->pw_name && *user->pw_name)
		return arena_text(desk->arena, text_of(user->pw_name));
	return arena_format(desk->arena, "user %lu", (unsigned long)geteuid());
}
