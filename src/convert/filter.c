/*
 * A filter of system calls: what a program that reads one document and answers
 * never needs, and what the lock on files (landlock.c) does not cover: sockets
 * and pairs of them, memory that others may share, a change of any file (its
 * name, length, rights, owner, times, attributes), looking into other
 * processes, and doors to the kernel behind which the filter does not see.
 * Where a wall is missing it puts up a lower one: without Landlock nothing is
 * opened to be written, without processes of its own it signals only itself.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "keeper.h"

#if defined(__x86_64__)
#define OUR_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_MACHINE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define OUR_MACHINE AUDIT_ARCH_RISCV64
#endif

#ifdef OUR_MACHINE

static const unsigned refused[] = {
	SYS_socket,
	SYS_socketpair,
	SYS_connect,
	SYS_io_uring_setup,
	SYS_shmget,
	SYS_msgget,
	SYS_semget,
	SYS_mq_open,
	SYS_unlinkat,
	SYS_renameat2,
	SYS_mkdirat,
	SYS_mknodat,
	SYS_linkat,
	SYS_symlinkat,
	SYS_truncate,
	SYS_ftruncate,
	SYS_fallocate,
	SYS_fchmod,
	SYS_fchmodat,
	SYS_fchown,
	SYS_fchownat,
	SYS_utimensat,
	SYS_setxattr,
	SYS_lsetxattr,
	SYS_fsetxattr,
	SYS_removexattr,
	SYS_lremovexattr,
	SYS_fremovexattr,
	SYS_ptrace,
	SYS_unshare,
	SYS_setns,
	SYS_mount,
	SYS_umount2,
	SYS_pivot_root,
	SYS_chroot,
	SYS_bpf,
	SYS_perf_event_open,
	SYS_userfaultfd,
	SYS_keyctl,
	SYS_add_key,
	SYS_request_key,
	SYS_kexec_load,
	SYS_open_by_handle_at,
	SYS_init_module,
	SYS_finit_module,
	SYS_process_vm_readv,
	SYS_pidfd_getfd,
	SYS_quotactl,
	SYS_process_vm_writev,
#ifdef SYS_renameat
	SYS_renameat,
#endif
#ifdef SYS_chmod /* of the older machines */
	SYS_creat,
	SYS_unlink,
	SYS_rmdir,
	SYS_rename,
	SYS_mkdir,
	SYS_mknod,
	SYS_link,
	SYS_symlink,
	SYS_chmod,
	SYS_chown,
	SYS_lchown,
	SYS_utime,
	SYS_utimes,
	SYS_futimesat,
#endif
	452 /* fchmodat2, younger than Debian 12's headers */,
	463 /* setxattrat */,
	466 /* removexattrat */,
};

enum {
	N_REFUSED = sizeof(refused) / sizeof(*refused),
	MOST_STEPS = 2 * N_REFUSED + 64,
	/* Calls of another kind of program (x32) have this bit. */
	OTHER_KIND = 0x40000000,
	NAMESPACES = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS |
		     CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET,
	/* The last is the kernel's, for a file without a name. */
	WRITES = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | 020000000,
};

struct filter {
	struct sock_filter steps[MOST_STEPS];
	unsigned short n;
};

/* The numbers of steps to skip when a condition holds, and when it does not. */
static void
add(struct filter *filter, unsigned code, unsigned value, unsigned if_true,
    unsigned if_false)
{
	filter->steps[filter->n++] = (struct sock_filter){
		(__u16)code, (__u8)if_true, (__u8)if_false, value};
}

static void
load(struct filter *filter, size_t offset)
{
	add(filter, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset, 0, 0);
}

static void
answer(struct filter *filter, int error)
{
	add(filter, BPF_RET | BPF_K,
	    error ? SECCOMP_RET_ERRNO | (unsigned)error : SECCOMP_RET_ALLOW, 0,
	    0);
}

static void
refuse_call(struct filter *filter, long call, int error)
{
	add(filter, BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1);
	answer(filter, error);
}

/* Refused when its argument has one of the bits, or is another number. */
static void
judge_call(struct filter *filter, long call, size_t argument, unsigned test,
	   unsigned value)
{
	bool bits = test == BPF_JSET;

	add(filter, BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 4);
	load(filter,
	     offsetof(struct seccomp_data, args) + argument * sizeof(__u64));
	add(filter, BPF_JMP | test | BPF_K, value, bits ? 0 : 1, bits ? 1 : 0);
	answer(filter, EPERM);
	answer(filter, 0);
}

/* It may be refused what it is not known to need: what it opens to write. */
static void
refuse_writing(struct filter *filter)
{
	judge_call(filter, SYS_openat, 2, BPF_JSET, WRITES);
#ifdef SYS_open
	judge_call(filter, SYS_open, 1, BPF_JSET, WRITES);
#endif
	refuse_call(filter, SYS_openat2, ENOSYS);
}

static void
refuse_signals(struct filter *filter)
{
	unsigned self = (unsigned)getpid();

	judge_call(filter, SYS_kill, 0, BPF_JEQ, self);
	judge_call(filter, SYS_tkill, 0, BPF_JEQ, self);
	judge_call(filter, SYS_tgkill, 0, BPF_JEQ, self);
	refuse_call(filter, SYS_rt_sigqueueinfo, EPERM);
	refuse_call(filter, SYS_rt_tgsigqueueinfo, EPERM);
	refuse_call(filter, SYS_pidfd_open, EPERM);
}

bool
filter_offered(void)
{
	unsigned action = SECCOMP_RET_ERRNO;

	return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

int
filter_enter(const struct keeping *keeping)
{
	struct filter filter = {.n = 0};
	struct sock_fprog program = {0, filter.steps};

	load(&filter, offsetof(struct seccomp_data, arch));
	add(&filter, BPF_JMP | BPF_JEQ | BPF_K, OUR_MACHINE, 1, 0);
	answer(&filter, EPERM);
	load(&filter, offsetof(struct seccomp_data, nr));
	add(&filter, BPF_JMP | BPF_JGE | BPF_K, OTHER_KIND, 0, 1);
	answer(&filter, EPERM);
	for (size_t i = 0; i < N_REFUSED; i++)
		refuse_call(&filter, refused[i], EPERM);
	/* Its wishes stand behind a pointer; the C library then takes clone. */
	refuse_call(&filter, SYS_clone3, ENOSYS);
	if (keeping->missing & WALL_FILES)
		refuse_writing(&filter);
	if (!keeping->process_space)
		refuse_signals(&filter);
	judge_call(&filter, SYS_clone, 0, BPF_JSET, NAMESPACES);
	answer(&filter, 0);
	program.len = filter.n;
	return prctl(PR_SET_SECCOMP, (unsigned long)SECCOMP_MODE_FILTER,
		     (unsigned long)&program, 0UL, 0UL);
}

#else

bool
filter_offered(void)
{
	return false;
}

int
filter_enter(const struct keeping *keeping)
{
	(void)keeping;
	errno = ENOSYS;
	return -1;
}

#endif
