// Runs commands in turn, several rounds, and takes the CPU time and the peak memory of each.
// Usage: elf_check_measure ROUNDS FILE_LIST JSON_FILE NAME=COMMAND...
// The words of a command are separated by spaces; the files of the list are appended. What a command prints
// is thrown away.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

struct Command {
  std::string name;
  std::vector<std::string> words;
  std::vector<double> milliseconds;
  long kibibytes = 0;
  int exit_code = 0;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
}

Command parse(const std::string& argument) {
  Command command;
  const std::size_t equals = argument.find('=');
  command.name = argument.substr(0, equals);
  std::istringstream words(argument.substr(equals + 1));
  for (std::string word; words >> word;)
    command.words.push_back(word);
  return command;
}

// The names are not copied for each command: a child inherits the peak memory of its parent, so that this
// program must stay smaller than what it measures.
void run(Command& command, std::vector<std::string>& files) {
  std::vector<char*> arguments;
  for (std::string& word : command.words)
    arguments.push_back(word.data());
  for (std::string& file : files)
    arguments.push_back(file.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    std::fprintf(stderr, "%s cannot be run\n", arguments[0]);
    std::exit(1);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  command.milliseconds.push_back(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime));
  command.kibibytes = std::max(command.kibibytes, usage.ru_maxrss);
  command.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// The value that a share of the values does not exceed.
double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

// The median of what one takes in times of the other, round by round: a machine that is slower for a while is
// slower for both.
double ratio(const Command& command, const Command& other) {
  std::vector<double> ratios;
  for (std::size_t round = 0; round < command.milliseconds.size(); ++round)
    ratios.push_back(command.milliseconds[round] / other.milliseconds[round]);
  return quantile(std::move(ratios), 0.5);
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "Usage: elf_check_measure ROUNDS FILE_LIST JSON_FILE NAME=COMMAND...\n");
    return 2;
  }
  const int rounds = std::atoi(argv[1]);
  std::vector<std::string> files;
  std::ifstream list(argv[2]);
  for (std::string line; std::getline(list, line);)
    files.push_back(line);
  std::vector<Command> commands;
  for (int i = 4; i < argc; ++i)
    commands.push_back(parse(argv[i]));

  for (Command& command : commands) {
    run(command, files); // warms the caches, and does not count
    command.milliseconds.clear();
  }
  for (int round = 0; round < rounds; ++round)
    for (Command& command : commands)
      run(command, files);

  std::ofstream json(argv[3]);
  json << "{\"files\":" << files.size() << ",\"rounds\":" << rounds << ",\"commands\":[";
  std::printf("| %zu files, one process, %d rounds | CPU ms, median (10 %% to 90 %%) | x the first, round by "
              "round | memory KiB |\n",
              files.size(), rounds);
  std::printf("|--|--|--|--|\n");
  for (Command& command : commands) {
    const double median = quantile(command.milliseconds, 0.5);
    const double low = quantile(command.milliseconds, 0.1);
    const double high = quantile(command.milliseconds, 0.9);
    const double times = ratio(command, commands.front());
    std::printf("| %s | %.2f (%.2f to %.2f) | %.2f | %ld |\n", command.name.c_str(), median, low, high, times,
                command.kibibytes);
    json << (&command == &commands.front() ? "" : ",") << "\n{\"name\":\"" << command.name
         << "\",\"cpu_ms\":" << median << ",\"low\":" << low << ",\"high\":" << high << ",\"ratio\":" << times
         << ",\"memory_kib\":" << command.kibibytes << ",\"exit_code\":" << command.exit_code << "}";
  }
  json << "\n]}\n";
  json.close();
  return json.good() ? 0 : 1;
}
