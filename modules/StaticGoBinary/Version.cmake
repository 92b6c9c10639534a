# The version of the package: the one place that says it.
set(STATIC_GO_BINARY_VERSION 0.1.0)
