// Catch2 2 has no library that holds main().
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
