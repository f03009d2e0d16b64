# Writes down what Jekyll makes of tests/jekyll/site. See README.md.
require "jekyll"
require "json"
require "tmpdir"

here = __dir__
config = {
  "source" => File.expand_path("../../jekyll/site", here), "disable_disk_cache" => true, "quiet" => true,
  "plugins" => %w[jekyll-feed jekyll-paginate-v2] # of the others there, Jekyll needs none
}

Dir.mktmpdir do |folder|
  site = Jekyll::Site.new(Jekyll.configuration(config.merge("destination" => folder)))
  site.process

  posts = site.posts.docs.sort_by { |post| [post.date, post.relative_path] }.map do |post|
    data = post.data
    {
      "source" => post.relative_path, "url" => post.url, "title" => data["title"],
      "date" => post.date.strftime("%Y-%m-%dT%H:%M:%S%:z"), "categories" => data["categories"],
      "tags" => data["tags"], "author" => data["author"], "authors" => data["authors"],
      "excerpt" => data["excerpt"].to_s, "content" => post.content
    }
  end
  urls = (site.pages + site.docs_to_write).map { |page| page.url.sub(%r{/index\.html\z}, "/") }
  urls = urls.grep(%r{(/|\.html|\.xml)\z}).uniq.sort

  written = { "jekyll" => Jekyll::VERSION, "url" => site.config["url"], "posts" => posts }
  File.write("#{here}/oracle.json", JSON.pretty_generate(written, indent: " ") + "\n")
  File.write("#{here}/urls.json", JSON.pretty_generate(urls, indent: "") + "\n")
  %w[robots.txt search.json].each { |name| File.write("#{here}/#{name}", File.read("#{folder}/#{name}")) }
end
