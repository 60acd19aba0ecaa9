//! Entry points, call resolution, reachability and accesses to personal information.
