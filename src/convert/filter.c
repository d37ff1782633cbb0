/*
 * A filter of system calls: what a program that reads one document and answers
 * never needs, and what the lock on files (landlock.c) does not cover: sockets
 * of any kind, changing a file's length, rights, owner, times or attributes,
 * looking into other processes, and doors to the kernel behind which the
 * filter does not see.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

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
	SYS_connect,
	SYS_io_uring_setup,
	SYS_truncate,
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
#ifdef SYS_chmod /* of the older machines */
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
	/* Calls of another kind of program (x32) have this bit. */
	OTHER_KIND = 0x40000000,
	BEFORE = 4, /* steps before the calls that are refused */
};

static struct sock_filter
step(unsigned code, unsigned value, size_t if_true, size_t if_false)
{
	return (struct sock_filter){(__u16)code, (__u8)if_true, (__u8)if_false,
				    value};
}

int
filter_enter(void)
{
	struct sock_filter steps[BEFORE + N_REFUSED + 2];
	struct sock_fprog program = {BEFORE + N_REFUSED + 2, steps};
	const unsigned load = BPF_LD | BPF_W | BPF_ABS;
	const unsigned equal = BPF_JMP | BPF_JEQ | BPF_K;

	/* The last step refuses, the one before it allows. */
	steps[0] = step(load, offsetof(struct seccomp_data, arch), 0, 0);
	steps[1] = step(equal, OUR_MACHINE, 0, N_REFUSED + 3);
	steps[2] = step(load, offsetof(struct seccomp_data, nr), 0, 0);
	steps[3] =
		step(BPF_JMP | BPF_JGE | BPF_K, OTHER_KIND, N_REFUSED + 1, 0);
	for (size_t i = 0; i < N_REFUSED; i++)
		steps[BEFORE + i] = step(equal, refused[i], N_REFUSED - i, 0);
	steps[BEFORE + N_REFUSED] =
		step(BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
	steps[BEFORE + N_REFUSED + 1] =
		step(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
	return prctl(PR_SET_SECCOMP, (unsigned long)SECCOMP_MODE_FILTER,
		     (unsigned long)&program, 0UL, 0UL);
}

#else

int
filter_enter(void)
{
	errno = ENOSYS;
	return -1;
}

#endif
