# Known error texts of engines, apk, go and ld, and what to do about each. `\1` in an advice is
# the pattern's first group.
include_guard(GLOBAL)

function(_sgb_advice_row pattern advice)
  # Numbered properties, not lists: the texts may hold semicolons and brackets.
  get_property(count GLOBAL PROPERTY _SGB_ADVICE_COUNT)
  math(EXPR count "0${count} + 1")
  set_property(GLOBAL PROPERTY _SGB_ADVICE_COUNT ${count})
  set_property(GLOBAL PROPERTY _SGB_ADVICE_PATTERN_${count} "${pattern}")
  set_property(GLOBAL PROPERTY _SGB_ADVICE_TEXT_${count} "${advice}")
endfunction()

# cmake-format: off
# ---- engines
_sgb_advice_row("Cannot connect to the Docker daemon|error during connect|Is the docker daemon running"
  "The Docker daemon does not answer. Start it (systemctl start docker), check DOCKER_HOST, or take another ENGINE: podman, bubblewrap.")
_sgb_advice_row("permission denied while trying to connect to the Docker daemon|dial unix [^ ]*docker.sock: connect: permission denied"
  "You may not talk to the Docker daemon. Join the group docker, use rootless docker, or ENGINE podman or bubblewrap, which need no daemon.")
_sgb_advice_row("exec format error|[Ee]xec format error"
  "This machine cannot run programs of that architecture. Install an emulator: apt-get install qemu-user-static binfmt-support, or docker run --privileged --rm tonistiigi/binfmt --install all. A program without C needs none: CGO OFF.")
_sgb_advice_row("manifest unknown|manifest for [^ ]+ not found|repository does not exist|pull access denied|requested access to the resource is denied"
  "The registry has no such image. Check IMAGE and ALPINE_VERSION.")
_sgb_advice_row("no such host|Temporary failure in name resolution|connection refused|i/o timeout|network is unreachable|TLS handshake timeout|Client.Timeout exceeded"
  "The network did not answer. Behind a proxy, set HTTPS_PROXY (for pulls: in the daemon's configuration). Without a network, give an image that is on this machine with IMAGE.")
_sgb_advice_row("x509: certificate signed by unknown authority|certificate verify failed|unable to get local issuer certificate"
  "A certificate is not trusted: probably a proxy that inspects TLS. Point STATIC_GO_BINARY_CA_BUNDLE to a file with its certificate.")
_sgb_advice_row("no space left on device"
  "The disk is full. STATIC_GO_BINARY_CACHE_DIR may lie elsewhere; docker system df shows what the engine holds.")
_sgb_advice_row("wrong architecture: this root file system is ([a-z0-9_]+), wanted is ([a-z0-9_]+)"
  "The image is for \\1. Give IMAGE one name per architecture with <ARCH>, <APK_ARCH> or <HUB> in it.")
# ---- apk
_sgb_advice_row("\n +([a-z0-9._+-]+) \\(no such package\\)"
  "Alpine has no package '\\1': look it up at https://pkgs.alpinelinux.org, and mind that names differ from Debian's (libpcap-dev, not libpcap0.8-dev).")
# ---- go
_sgb_advice_row("go.mod requires go >= ([0-9.]+)|requires go >= ([0-9.]+)|note: module requires Go ([0-9.]+)"
  "The source wants a newer Go than this Alpine release has. Take a later ALPINE_VERSION.")
_sgb_advice_row("no required module provides package ([^ ;:]+)|cannot find module providing package ([^ ;:]+)"
  "A module is missing in go.mod: run go mod tidy in the source. The build mounts it read-only and does not edit it.")
_sgb_advice_row("updates to go\\.(mod|sum|work) needed|missing go\\.sum entry"
  "go.mod and go.sum do not agree with the source: run go mod tidy there. The build mounts it read-only and does not edit it.")
_sgb_advice_row("fatal error: ([a-zA-Z0-9_/.+-]+\\.h): No such file"
  "The header \\1 is in no installed package: add the package that has it (NAME-dev) to APK_PACKAGES.")
_sgb_advice_row("-buildmode=[a-z]+ requires exactly one main package"
  "One of PACKAGES is not a main package: only those with package main become programs.")
_sgb_advice_row("build constraints exclude all Go files"
  "With CGO OFF, or these TAGS, a package has no Go files left: take CGO ON, or other TAGS.")
_sgb_advice_row("C compiler \"?[a-z+-]*gcc\"? not found|exec: \"gcc\": executable file not found"
  "There is no C compiler in the image: CGO ON installs gcc and musl-dev; a prepared IMAGE must have them.")
# ---- ld
_sgb_advice_row("(cannot find -l|unable to find library -l)([A-Za-z0-9_+.-]+)"
  "There is no static lib\\2.a: Alpine keeps it in lib\\2-dev, \\2-dev, \\2-static or \\2-libs-static. Add the right one to APK_PACKAGES.")
_sgb_advice_row("undefined reference to `([A-Za-z0-9_]+)'"
  "A C function is in no library that was named: static libraries do not bring their own dependencies. Add them behind it in #cgo LDFLAGS, or with ENVIRONMENT CGO_LDFLAGS=...")
_sgb_advice_row("signal: killed"
  "A compiler was killed, most often for want of memory. Bound it: fewer architectures at once (JOB_POOL), or STATIC_GO_BINARY_JOBS 1.")
# cmake-format: on

# The advices for a text: each once, one a line.
function(_sgb_advice text out)
  get_property(count GLOBAL PROPERTY _SGB_ADVICE_COUNT)
  set(found "")
  foreach(row RANGE 1 ${count})
    get_property(pattern GLOBAL PROPERTY _SGB_ADVICE_PATTERN_${row})
    if(text MATCHES "${pattern}")
      get_property(advice GLOBAL PROPERTY _SGB_ADVICE_TEXT_${row})
      foreach(group RANGE 1 3)
        string(REPLACE "\\${group}" "${CMAKE_MATCH_${group}}" advice "${advice}")
      endforeach()
      string(APPEND found "\n => ${advice}")
    endif()
  endforeach()
  set(${out} "${found}" PARENT_SCOPE)
endfunction()
